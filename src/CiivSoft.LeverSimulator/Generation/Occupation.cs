using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation;

/// <summary>What is known of one occupation: the contents of its sheet in <c>Content/occupations</c>.</summary>
internal sealed record Occupation
{
    /// <summary>Titles go from 1 (junior) to this (leading).</summary>
    public const int TopLevel = 4;

    /// <summary>The sheet's name: <c>registered-nurse</c>.</summary>
    public required string Key { get; init; }

    public required string Department { get; init; }

    public required string Team { get; init; }

    /// <summary>What kind of employer has such people: a line of <c>employers.txt</c>.</summary>
    public required string EmployerKind { get; init; }

    public required string WorkplaceType { get; init; }

    /// <summary>Pounds a year for a posting of level 2.</summary>
    public required (int Min, int Max) Salary { get; init; }

    /// <summary>Keys of occupations whose people are a partial fit.</summary>
    public required ImmutableArray<string> Related { get; init; }

    /// <summary>By level, the first entry for level 1.</summary>
    public required ImmutableArray<ImmutableArray<string>> Titles { get; init; }

    public required ImmutableArray<string> Summaries { get; init; }

    public required ImmutableArray<LeveledLine> Duties { get; init; }

    public required ImmutableArray<LeveledLine> Achievements { get; init; }

    public required ImmutableArray<string> Skills { get; init; }

    public required ImmutableArray<string> Tools { get; init; }

    public required ImmutableArray<LeveledLine> Certificates { get; init; }

    public required ImmutableArray<Degree> Degrees { get; init; }

    public required PostingSheet Posting { get; init; }

    public ImmutableArray<string> TitlesOf(int level) => Titles[level - 1];
}

/// <param name="Text">With slots.</param>
/// <param name="FromLevel">People below this level have no such line.</param>
/// <param name="IsForAll">Whether everybody from that level on has it, as a licence to practise.</param>
internal sealed record LeveledLine(string Text, int FromLevel, bool IsForAll);

internal sealed record Degree(string Name, string Field);

/// <summary>The lines that a posting is put together from.</summary>
internal sealed record PostingSheet(
    ImmutableArray<string> About,
    ImmutableArray<string> Responsibilities,
    ImmutableArray<string> Must,
    ImmutableArray<string> Nice
);
