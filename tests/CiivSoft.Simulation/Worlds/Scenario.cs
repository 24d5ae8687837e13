using CiivSoft.Simulation.Judging;
using CiivSoft.Simulation.Lever;

namespace CiivSoft.Simulation.Worlds;

/// <summary>
/// A seed from beginning to end: accounts connect, then people act and things fail, then all is well again and comes to rest.
/// </summary>
internal sealed class Scenario(SimulatedWorld world)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(3);
    private const int MostEvents = 400_000;

    private readonly List<(LeverSite Site, Operators Operators)> _accounts = [];

    public void Run()
    {
        foreach (var site in world.Sites)
        {
            Population.Fill(site.Model, world);
            site.Judge.MostLeads = world.Setting.LeadsPerPosting;
            _accounts.Add((site, new Operators(world, site)));
        }

        for (var i = 0; i < world.Setting.Silos; i++)
        {
            world.StartSilo();
        }

        Connect();
        BeBusy();
        ComeToRest();
    }

    private void Connect()
    {
        foreach (var (_, operators) in _accounts)
        {
            var connected = operators.ConnectAsync();
            RunUntil(world.Timeline.Elapsed + TimeSpan.FromMinutes(2), () => connected.IsCompleted);
            if (!operators.IsConnected)
            {
                world.Violate("connect", $"the account could not be connected: {connected.Exception?.Message}");
            }
        }

        foreach (var (site, _) in _accounts)
        {
            site.Budget.Permit(world.Setting.Rate);
        }
    }

    private void BeBusy()
    {
        var chance = world.Chance;
        var begin = world.Timeline.Elapsed;
        world.Faults.AreOn = true;
        foreach (var (site, operators) in _accounts)
        {
            var recruiters = new Recruiters(world, site.Model);
            Sprinkle(world.Setting.Acts, recruiters.Act);
            Sprinkle(chance.Is(0.4) ? chance.Between(1, 5) : 0, operators.Act);
            Sprinkle(world.Faults.RightsLost, () => Troubles.LoseRight(world, site));
        }

        Sprinkle(world.Faults.Strays, () => Troubles.Forget(world));
        Sprinkle(world.Faults.Pauses, () => Troubles.StopSilo(world));
        Sprinkle(world.Faults.ClockJumps, () => Troubles.JumpClock(world));
        Sprinkle(world.Faults.Outages, () => Troubles.Outage(world));
        RunUntil(begin + world.Setting.Busy, () => false);
    }

    private void Sprinkle(int times, Action act)
    {
        for (var i = 0; i < times; i++)
        {
            world.Timeline.After(world.Chance.Between(TimeSpan.Zero, world.Setting.Busy), act);
        }
    }

    private void ComeToRest()
    {
        world.Faults.AreOn = false;
        world.Faults.IsOutage = false;
        foreach (var (site, operators) in _accounts)
        {
            site.Model.MissingRights.Clear();
            site.Model.AcceptsKey = true;
            operators.ResumeAll();
            operators.RenewKey();
        }

        while (world.Cluster.Living.Count == 0)
        {
            world.StartSilo();
        }

        var begin = world.Timeline.Elapsed;
        var judge = new RestJudge(world);
        do
        {
            RunUntil(world.Timeline.Elapsed + world.Setting.ScanEvery, () => false);
            // A call may have met an account that was just moving, and a pause may have come late: operators look again.
            _accounts.ForEach(a => a.Operators.ResumeAll());
        } while (!judge.IsAtRest() && world.Timeline.Elapsed < begin + Patience);

        // Long enough for a scan that begins now to end: it sees what came of the last one.
        RunUntil(world.Timeline.Elapsed + (world.Setting.ScanEvery * 1.5), () => false);
        judge.Judge();
        if (world.Timeline.HasEscaped)
        {
            world.Violate("replay", $"code ran on another thread than the simulation's: {world.Timeline.Escape}");
        }
    }

    private void RunUntil(TimeSpan until, Func<bool> isOver)
    {
        while (!isOver() && world.Timeline.RunNext(until.Ticks))
        {
            if (world.Timeline.Executed > MostEvents)
            {
                world.Violate("busy", "too many events: something runs in circles");
                return;
            }
        }
    }
}
