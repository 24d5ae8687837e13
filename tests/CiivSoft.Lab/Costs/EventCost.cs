namespace CiivSoft.Lab.Costs;

/// <summary>What one kind of event cost, without what the scan that finds it costs anyhow.</summary>
/// <param name="Event">The kind.</param>
/// <param name="Spent">Each of them.</param>
/// <param name="Anyhow">A scan that finds nothing.</param>
/// <param name="Bar">At most; null where none is set.</param>
internal sealed record EventCost(string Event, IReadOnlyList<Spent> Spent, Anyhow Anyhow, CostBar? Bar)
{
    public int Count => Spent.Sum(s => s.Events);

    public double? MeanCalls => Mean(s => s.Calls, Anyhow.Calls);

    public double? MeanCommits => Mean(s => s.Commits, Anyhow.Commits);

    public double? MeanGrainCalls => Mean(s => s.GrainCalls, Anyhow.GrainCalls);

    /// <summary>An event that did not happen proves nothing, and so does not keep its bar.</summary>
    public bool KeepsCalls => Bar is null || MeanCalls <= Bar.Calls;

    public bool KeepsCommits => Bar is null || MeanCommits <= Bar.Commits;

    public bool KeepsGrainCalls => Bar is null || MeanGrainCalls <= Bar.GrainCalls;

    private double? Mean(Func<Spent, double> cost, double anyhow) =>
        Count == 0 ? null : Spent.Sum(s => cost(s) - anyhow) / Count;
}

/// <summary>What a scan costs that finds nothing: taken off what is measured around one.</summary>
internal sealed record Anyhow(double Calls, double Commits, double GrainCalls)
{
    public static readonly Anyhow Nothing = new(0, 0, 0);

    public static Anyhow Of(IReadOnlyCollection<Spent> quiet) =>
        new(quiet.Average(q => q.Calls), quiet.Average(q => q.Commits), quiet.Average(q => q.GrainCalls));
}
