using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Costs;

/// <summary>Measures what one event costs until nothing is left to do.</summary>
internal sealed class CostLab(LabSimulator lever, LabSilo silo, CommitCounter commits)
{
    private const string GrainCalls = "ciivsoft.grain.calls{";

    // The lab's own question, asked until the silo is idle.
    private const string StatusCall = "method=GetStatusAsync}";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Lets something happen, scans, and waits until nothing is left to do.</summary>
    public Task<Spent> MeasureAsync(Func<Task> happen, CancellationToken cancellationToken) =>
        MeasureAsync(
            async () =>
            {
                await happen();
                await silo.ScanUntilIdleAsync(Patience, cancellationToken);
            },
            events: 1,
            cancellationToken
        );

    /// <summary>Measures whatever is done, as so many events.</summary>
    public async Task<Spent> MeasureAsync(Func<Task> run, int events, CancellationToken cancellationToken)
    {
        var seq = await LastSeqAsync(cancellationToken);
        var (commitsBefore, grainCalls) = (commits.Count(), await CountGrainCallsAsync(cancellationToken));
        await run();
        var requests = (await lever.GetHistoryAsync(seq, cancellationToken))
            .Where(e => e["kind"]!.GetValue<string>() == "request")
            .Select(e => e["route"]?.GetValue<string>() ?? "")
            .ToList();
        return new Spent(
            events,
            requests.Count,
            commits.Count() - commitsBefore,
            await CountGrainCallsAsync(cancellationToken) - grainCalls,
            requests.Count(r => r == "PUT /opportunities/:opportunity/stage"),
            requests.Count(r => r == "POST /opportunities"),
            requests.Count(r => r == "POST /opportunities/:opportunity/notes")
        );
    }

    /// <summary>Scans until a scan finds nothing of what went before, our own writes among it.</summary>
    public Task<Spent> SettleAsync(CancellationToken cancellationToken) =>
        MeasureAsync(() => Task.CompletedTask, cancellationToken);

    private async Task<long> CountGrainCallsAsync(CancellationToken cancellationToken) =>
        (await silo.GetCountersAsync(cancellationToken))
            .Where(c =>
                c.Key.StartsWith(GrainCalls, StringComparison.Ordinal)
                && !c.Key.EndsWith(StatusCall, StringComparison.Ordinal)
            )
            .Sum(c => c.Value);

    private async Task<long> LastSeqAsync(CancellationToken cancellationToken)
    {
        var history = await lever.GetHistoryAsync(0, cancellationToken);
        return history.Count == 0 ? 0 : history[^1]["seq"]!.GetValue<long>();
    }
}

/// <summary>What was spent between two moments.</summary>
/// <param name="Events">On so many events.</param>
/// <param name="Calls">Calls to Lever.</param>
/// <param name="Commits">Commits of the database.</param>
/// <param name="GrainCalls">Calls of grains, the lab's questions apart.</param>
/// <param name="Moves">Of the calls to Lever, moves.</param>
/// <param name="Leads">Of the calls to Lever, leads.</param>
/// <param name="Notes">Of the calls to Lever, notes.</param>
internal sealed record Spent(int Events, int Calls, long Commits, long GrainCalls, int Moves, int Leads, int Notes);
