using CiivSoft.Grains.Accounts;
using CiivSoft.Lever;
using CiivSoft.Simulation.Lever;

namespace CiivSoft.Simulation.Worlds;

/// <summary>What happens to silos and accounts at moments that the seed chose.</summary>
internal static class Troubles
{
    /// <summary>The directory loses a grain, mostly an account, which goes on working for a while.</summary>
    public static void Forget(SimulatedWorld world)
    {
        var all = world.Cluster.Registered;
        var accounts = all.Where(a => a.Grain is AccountGrain).ToList();
        var choice = accounts.Count > 0 && world.Chance.Is(0.7) ? accounts : all;
        if (choice.Count > 0)
        {
            world.Cluster.Forget(world.Chance.Pick(choice), world.Chance.Seconds(5, 150));
        }
    }

    /// <summary>A silo stands still so long that others take over, and then goes on as if nothing had been.</summary>
    public static void StopSilo(SimulatedWorld world)
    {
        if (world.Cluster.Living is not { Count: > 0 } living)
        {
            return;
        }

        var silo = world.Chance.Pick(living);
        var pause = world.Chance.Seconds(2, 150);
        world.Trace.Add("stop", $"{silo.Name} {pause}");
        silo.Time.Stop(pause);
        if (pause > TimeSpan.FromSeconds(15))
        {
            foreach (var activation in world.Cluster.Registered.Where(a => a.Silo == silo).ToList())
            {
                world.Cluster.Forget(activation, TimeSpan.FromSeconds(10));
            }

            world.Timeline.After(TimeSpan.FromSeconds(15), world.Cluster.WakeAll);
        }
    }

    public static void JumpClock(SimulatedWorld world)
    {
        if (world.Cluster.Living is { Count: > 0 } living)
        {
            var silo = world.Chance.Pick(living);
            silo.Time.Skew = world.Faults.NewSkew();
            world.Trace.Add("clock", $"{silo.Name} {silo.Time.Skew}");
        }
    }

    public static void Outage(SimulatedWorld world)
    {
        world.Trace.Add("outage", "begins");
        world.Faults.IsOutage = true;
        world.Timeline.After(world.Chance.Seconds(3, 200), () => world.Faults.IsOutage = false);
    }

    /// <summary>The key loses a right, or is not accepted at all, for a while.</summary>
    public static void LoseRight(SimulatedWorld world, LeverSite site)
    {
        var model = site.Model;
        var back = world.Chance.Seconds(20, 500);
        if (world.Chance.Is(0.25))
        {
            world.Trace.Add("right", $"{site.Name} key refused");
            model.AcceptsKey = false;
            world.Timeline.After(back, () => model.AcceptsKey = true);
            return;
        }

        var right = world.Chance.Pick([
            LeverRoute.MoveToStage.Right,
            LeverRoute.CreateOpportunity.Right,
            LeverRoute.AddNote.Right,
            LeverRoute.GetOpportunity.Right,
            LeverRoute.ListNotes.Right,
            LeverRoute.ListResumes.Right,
        ]);
        world.Trace.Add("right", $"{site.Name} lost {right}");
        model.MissingRights.Add(right);
        world.Timeline.After(back, () => model.MissingRights.Remove(right));
    }
}
