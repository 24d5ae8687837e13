using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Generation.Content;

namespace CiivSoft.LeverSimulator.Generation.People;

internal sealed record Person
{
    public required PersonSeed Seed { get; init; }

    /// <summary>In Latin letters, as on the résumé.</summary>
    public required string Name { get; init; }

    /// <summary>As the person typed it into the form: in their own script now and then.</summary>
    public required string TypedName { get; init; }

    /// <summary>Unique in the world.</summary>
    public required string Email { get; init; }

    public required string Telephone { get; init; }

    public required string Town { get; init; }

    public required Country Country { get; init; }

    public required ImmutableArray<string> Links { get; init; }

    /// <summary>Newest first, up to the month of the seed.</summary>
    public required ImmutableArray<Job> Jobs { get; init; }

    /// <summary>Newest first.</summary>
    public required ImmutableArray<Study> Studies { get; init; }

    public required ImmutableArray<string> Skills { get; init; }

    public required ImmutableArray<string> Certificates { get; init; }

    public required ImmutableArray<string> Languages { get; init; }

    public string Place => $"{Town}, {Country.Name}";
}
