using CiivSoft.Abstractions.Accounts;
using CiivSoft.Simulation.Silos;

namespace CiivSoft.Simulation.Worlds;

/// <summary>The reminder table and the service that reads it: what wakes an account after its silo died.</summary>
internal sealed class Reminders(SimulatedWorld world)
{
    private static readonly GrainMethod Receive = GrainMethod.Of(
        typeof(IRemindable).GetMethod(nameof(IRemindable.ReceiveReminder), [typeof(string), typeof(TickStatus)])
            ?? throw new MissingMethodException(nameof(IRemindable), nameof(IRemindable.ReceiveReminder))
    );

    private readonly SortedDictionary<(GrainId Grain, string Name), TimeSpan> _rows = [];

    public void Set(GrainId grain, string name, TimeSpan period)
    {
        var isNew = !_rows.ContainsKey((grain, name));
        _rows[(grain, name)] = period;
        if (isNew)
        {
            world.Timeline.After(period, () => Tick(grain, name));
        }
    }

    public void Remove(GrainId grain, string name) => _rows.Remove((grain, name));

    public IEnumerable<string> Of(GrainId grain) => _rows.Keys.Where(k => k.Grain == grain).Select(k => k.Name);

    private void Tick(GrainId grain, string name)
    {
        if (!_rows.TryGetValue((grain, name), out var period))
        {
            return;
        }

        Remind(grain, name, period);
        world.Timeline.After(period, () => Tick(grain, name));
    }

    private void Remind(GrainId grain, string name, TimeSpan period)
    {
        var target = world.Cluster.Find(typeof(IAccountGrain), grain.Key.ToString()!, preferred: null); // A key has a text.
        var tick = new TickStatus(world.Start.UtcDateTime, period, (world.Start + world.Timeline.Elapsed).UtcDateTime);
        target?.Silo.Time.Run(() => target.Enqueue(Receive, [name, tick], end => _ = end.Exception));
    }
}
