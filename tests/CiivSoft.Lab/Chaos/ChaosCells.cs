using CiivSoft.Lab.Chaos.Cells;

namespace CiivSoft.Lab.Chaos;

/// <summary>Every kind of trouble that there is.</summary>
internal static class ChaosCells
{
    public static IReadOnlyList<ChaosCell> All { get; } =
    [
        new WorkerKillCell(),
        new SiloKillCell(),
        new RepeatedKillsCell(),
        new DatabaseRestartCell(),
        new BackendKillsCell(),
        new PoolExhaustedCell(),
        new RetryStormCell(),
        new PartitionCell(),
        new DiskFullCell(),
        new DatabaseDiskFullCell(),
        new ClockSkewCell(),
        new LeverClockCell(),
        new RollingUpgradeCell(),
        new AmnesiaCell(),
        new OneDatabaseCell(),
        new TwoDatabasesCell(),
        new KeyRevokedCell(),
        new CursorCell(),
        new FailoverCell(),
        new PeopleCell(),
    ];

    /// <exception cref="FormatException">There is no such cell.</exception>
    public static ChaosCell Named(string name) =>
        All.FirstOrDefault(c => c.Name == name)
        ?? throw new FormatException(
            $"There is no cell '{name}'. There are {string.Join(", ", All.Select(c => c.Name))}."
        );
}
