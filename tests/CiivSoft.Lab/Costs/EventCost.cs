namespace CiivSoft.Lab.Costs;

/// <summary>What one kind of event cost.</summary>
/// <param name="Event">The kind.</param>
/// <param name="Calls">Calls to Lever of each, without those that the scan makes anyhow.</param>
/// <param name="Commits">Commits of each, without those that the scan makes anyhow.</param>
/// <param name="MustCalls">At most so many calls.</param>
/// <param name="FloorCalls">No fewer are possible.</param>
/// <param name="MustCommits">At most so many commits.</param>
internal sealed record EventCost(
    string Event,
    IReadOnlyList<double> Calls,
    IReadOnlyList<double> Commits,
    double MustCalls,
    double FloorCalls,
    double MustCommits
)
{
    public double? MeanCalls => Mean(Calls);

    public double? MeanCommits => Mean(Commits);

    /// <summary>An event that did not happen proves nothing, and so does not keep its bar.</summary>
    public bool KeepsCalls => MeanCalls <= MustCalls;

    public bool KeepsCommits => MeanCommits <= MustCommits;

    private static double? Mean(IReadOnlyList<double> values) => values.Count == 0 ? null : values.Average();
}
