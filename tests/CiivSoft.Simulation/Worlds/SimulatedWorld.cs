using System.Globalization;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Matching;
using CiivSoft.Simulation.Clockwork;
using CiivSoft.Simulation.Judging;
using CiivSoft.Simulation.Lever;
using CiivSoft.Simulation.Planted;
using CiivSoft.Simulation.Silos;
using CiivSoft.Simulation.Storage;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Simulation.Worlds;

/// <summary>Everything of one seed.</summary>
internal sealed class SimulatedWorld : IDisposable
{
    private readonly List<IDisposable> _owned = [];
    private int _etags;

    public SimulatedWorld(int seed, MemoryDatabase database, IMatchingEngine engine, Bug? bug, Action<string>? listener)
    {
        Chance = new Chance(seed);
        Timeline = new Timeline(Chance.Random);
        Trace = new Trace(Timeline, listener);
        Database = database;
        Engine = engine;
        Bug = bug;
        Setting = WorldSetting.Draw(Chance);
        Faults = new FaultPlan(this);
        Cluster = new Cluster(this);
        Reminders = new Reminders(this);
        GrainStates = new GrainTable(this);
        Fences = new FenceWatch(this);
        Logs = new WatchedLogs(this);
        Sites = [.. LeverSite.Names.Take(Setting.Accounts).Select(name => new LeverSite(this, name))];
    }

    public DateTimeOffset Start { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public Chance Chance { get; }

    public Timeline Timeline { get; }

    public Trace Trace { get; }

    public MemoryDatabase Database { get; }

    public IMatchingEngine Engine { get; }

    /// <summary>The planted bug; null for none.</summary>
    public Bug? Bug { get; }

    public WorldSetting Setting { get; }

    public FaultPlan Faults { get; }

    public Cluster Cluster { get; }

    public Reminders Reminders { get; }

    public WatchedLogs Logs { get; }

    public IReadOnlyList<LeverSite> Sites { get; }

    public KeyRing Keys { get; } = KeyRing.Parse("1:" + Convert.ToBase64String(new byte[KeyRing.KeyBytes]));

    public GrainTable GrainStates { get; }

    public FenceWatch Fences { get; }

    public List<Violation> Violations { get; } = [];

    public string NextEtag() => (++_etags).ToString(CultureInfo.InvariantCulture);

    public void Owns(IDisposable thing) => _owned.Add(thing);

    public void Violate(string invariant, string what)
    {
        Trace.Add("VIOLATED", $"{invariant} {what}");
        Violations.Add(new Violation(invariant, what));
    }

    public LeverSite Site(LeverRequest request) => Sites.First(s => s.Host == request.Host);

    /// <summary>A silo dies, and another takes its place a while later.</summary>
    public void Crash(SimulatedSilo silo)
    {
        Cluster.Crash(silo);
        Timeline.After(Chance.Seconds(1, 20), StartSilo);
    }

    public void StartSilo()
    {
        if (Cluster.Living.Count >= Setting.Silos)
        {
            return;
        }

        var silo = Cluster.StartSilo();
        foreach (var site in Sites)
        {
            // As the silo's program does once it is active.
            silo.Time.After(TimeSpan.FromMilliseconds(100), () => _ = WakeAsync(silo, site.Account));
        }
    }

    public void Dispose()
    {
        foreach (var silo in Cluster.Silos)
        {
            silo.Dispose();
        }

        foreach (var thing in _owned)
        {
            thing.Dispose();
        }
    }

    private static async Task WakeAsync(SimulatedSilo silo, AccountKey account)
    {
        var grain = silo.Grains.GetGrain<Abstractions.Accounts.IAccountGrain>(account.ToString());
        await Task.WhenAny(grain.WakeAsync(CancellationToken.None)); // What fails is tried again by the reminder.
    }
}

/// <summary>Something that must never be.</summary>
internal sealed record Violation(string Invariant, string What);
