namespace CiivSoft.Abstractions.Accounts;

/// <summary>The switch of each solution. All are live by default, so that only the account's mode counts.</summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.SolutionModes")]
public sealed record SolutionModes
{
    /// <summary>Off: opened postings wait for their run until it is switched on.</summary>
    [Id(0)]
    public RunMode Arkiive { get; init; } = RunMode.Live;

    /// <summary>Off: new applications wait undecided, and REFiiNE gets none.</summary>
    [Id(1)]
    public RunMode Fiilter { get; init; } = RunMode.Live;

    /// <summary>Off: what FiiLTER judges no match is not compared with other postings, then or later.</summary>
    [Id(2)]
    public RunMode Refiine { get; init; } = RunMode.Live;

    /// <summary>The switch of one.</summary>
    public RunMode Of(Solution solution) =>
        solution switch
        {
            Solution.Arkiive => Arkiive,
            Solution.Fiilter => Fiilter,
            _ => Refiine,
        };

    /// <summary>The same with one switch set.</summary>
    public SolutionModes With(Solution solution, RunMode mode) =>
        solution switch
        {
            Solution.Arkiive => this with { Arkiive = mode },
            Solution.Fiilter => this with { Fiilter = mode },
            _ => this with { Refiine = mode },
        };
}
