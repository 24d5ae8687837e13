using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Costs;

/// <summary>Measures what one event costs until nothing is left to do.</summary>
internal sealed class CostLab(LabSimulator lever, LabSilo silo, CommitCounter commits)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<Spent> MeasureAsync(Func<Task> happen, CancellationToken cancellationToken)
    {
        var (seq, commitsBefore) = (await LastSeqAsync(cancellationToken), commits.Count());
        await happen();
        await silo.ScanUntilIdleAsync(Patience, cancellationToken);
        var requests = (await lever.GetHistoryAsync(seq, cancellationToken))
            .Where(e => e["kind"]!.GetValue<string>() == "request")
            .Select(e => e["route"]?.GetValue<string>() ?? "")
            .ToList();
        return new Spent(
            requests.Count,
            commits.Count() - commitsBefore,
            requests.Count(r => r == "PUT /opportunities/:opportunity/stage"),
            requests.Count(r => r == "POST /opportunities")
        );
    }

    private async Task<long> LastSeqAsync(CancellationToken cancellationToken)
    {
        var history = await lever.GetHistoryAsync(0, cancellationToken);
        return history.Count == 0 ? 0 : history[^1]["seq"]!.GetValue<long>();
    }
}

/// <summary>What was spent between two moments.</summary>
/// <param name="Calls">Calls to Lever.</param>
/// <param name="Commits">Commits of the database.</param>
/// <param name="Moves">Of the calls, moves.</param>
/// <param name="Leads">Of the calls, leads.</param>
internal sealed record Spent(int Calls, long Commits, int Moves, int Leads);
