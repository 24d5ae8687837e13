using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;
using CiivSoft.Simulation.Lever;
using CiivSoft.Simulation.Silos;

namespace CiivSoft.Simulation.Worlds;

/// <summary>Who connects accounts and, while the product works, changes settings, pauses, asks for runs.</summary>
internal sealed class Operators(SimulatedWorld world, LeverSite site)
{
    public bool IsConnected { get; private set; }

    private IAccountGrain? Grain =>
        world.Cluster.Living is [var silo, ..] ? silo.Grains.GetGrain<IAccountGrain>(site.Account.ToString()) : null;

    /// <summary>Connects, again and again until it went well, and sets what the seed wants.</summary>
    public async Task ConnectAsync()
    {
        var request = new ConnectRequest(
            new Uri($"https://{site.Host}/v1"),
            new SecretText(site.Model.Key),
            site.Model.ServiceUser,
            AccountMode.Live,
            world.Setting.ScanEvery
        );
        if (Grain is { } grain)
        {
            await grain.ConnectAsync(request, CancellationToken.None);
            await ConfigureAsync(world.Setting.LeadsPerPosting, world.Setting.Rate);
            IsConnected = true;
        }
    }

    /// <summary>An account that was disconnected gets a new key.</summary>
    public void RenewKey()
    {
        if (State?.Connection == ConnectionStatus.Disconnected)
        {
            site.Model.Key += "2";
            _ = Task.WhenAny(ConnectAsync());
        }
    }

    private AccountState? State =>
        world.GrainStates.Find(Cluster.IdOf(typeof(IAccountGrain), site.Account.ToString()))?.State as AccountState;

    public void Act()
    {
        switch (world.Chance.Between(0, 6))
        {
            case 0:
                Pause(new PauseScope(null, null));
                break;
            case 1:
                Pause(new PauseScope(world.Chance.Pick(Enum.GetValues<Solution>()), null));
                break;
            case 2:
                site.Judge.MostLeads = Math.Max(site.Judge.MostLeads, world.Setting.LeadsPerPosting + 1);
                Try(_ => ConfigureAsync(world.Setting.LeadsPerPosting + 1, world.Setting.Rate));
                break;
            case 3:
                Try(grain => grain.ScanAsync(CancellationToken.None));
                break;
            default:
                var posting = world.Chance.Pick([.. site.Model.Postings.Keys]);
                Try(grain => grain.RunArkiiveAsync(posting, CancellationToken.None));
                break;
        }
    }

    /// <summary>Lifts every pause, and touches nothing where there is none.</summary>
    public void ResumeAll()
    {
        foreach (var scope in State?.Pauses ?? [])
        {
            Resume(scope);
        }
    }

    private async Task ConfigureAsync(int leads, double rate)
    {
        if (Grain is { } grain)
        {
            var settings = new AccountSettings
            {
                ScanEvery = world.Setting.ScanEvery,
                LeadsPerPosting = leads,
                CallsPerSecond = rate,
            };
            await grain.ConfigureAsync(settings, CancellationToken.None);
        }
    }

    private void Pause(PauseScope scope)
    {
        Try(grain => grain.PauseAsync(scope, CancellationToken.None));
        world.Timeline.After(world.Chance.Seconds(30, 400), () => Resume(scope));
    }

    private void Resume(PauseScope scope) => Try(grain => grain.ResumeAsync(scope, CancellationToken.None));

    // What an operator asks for while things fail may fail.
    private void Try(Func<IAccountGrain, Task> act)
    {
        if (Grain is { } grain)
        {
            world.Trace.Add("operator", site.Name);
            _ = Task.WhenAny(act(grain));
        }
    }
}
