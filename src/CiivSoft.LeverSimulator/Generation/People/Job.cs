using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation.People;

/// <summary>A job with the <paramref name="Level"/> (1 to <see cref="Occupation.TopLevel"/>) it was done at; <paramref name="End"/> is null while it lasts.</summary>
internal sealed record Job(
    Occupation Occupation,
    int Level,
    string Title,
    string Employer,
    string Town,
    Month Start,
    Month? End,
    ImmutableArray<string> Bullets
);

internal sealed record Study(string School, string Degree, string Field, Month Start, Month End);
