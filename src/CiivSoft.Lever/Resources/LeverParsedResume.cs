using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>What Lever's own parser read in a résumé.</summary>
public sealed record LeverParsedResume
{
    /// <summary>Jobs, in the résumé's order.</summary>
    [JsonConverter(typeof(OptionalListConverter<LeverPosition>))]
    public IReadOnlyList<LeverPosition> Positions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Schools, in the résumé's order.</summary>
    [JsonConverter(typeof(OptionalListConverter<LeverSchool>))]
    public IReadOnlyList<LeverSchool> Schools
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>A job; each part null when not found.</summary>
public sealed record LeverPosition
{
    /// <summary>The employer.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Org { get; init; }

    /// <summary>The job's title.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Title { get; init; }

    /// <summary>What was done.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Summary { get; init; }

    /// <summary>Where.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Location { get; init; }

    /// <summary>First month.</summary>
    [JsonConverter(typeof(OptionalConverter<LeverMonth>))]
    public LeverMonth? Start { get; init; }

    /// <summary>Last month; null also when it goes on.</summary>
    [JsonConverter(typeof(OptionalConverter<LeverMonth>))]
    public LeverMonth? End { get; init; }
}

/// <summary>A time at a school; each part null when not found.</summary>
public sealed record LeverSchool
{
    /// <summary>The school.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Org { get; init; }

    /// <summary>The degree.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Degree { get; init; }

    /// <summary>The subject.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Field { get; init; }

    /// <summary>What was done.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Summary { get; init; }

    /// <summary>First month.</summary>
    [JsonConverter(typeof(OptionalConverter<LeverMonth>))]
    public LeverMonth? Start { get; init; }

    /// <summary>Last month.</summary>
    [JsonConverter(typeof(OptionalConverter<LeverMonth>))]
    public LeverMonth? End { get; init; }
}

/// <summary>A month as Lever read it: nothing says that it is a possible one.</summary>
public sealed record LeverMonth
{
    /// <summary>For example 2021; null when not found.</summary>
    [JsonConverter(typeof(CountConverter))]
    public long? Year { get; init; }

    /// <summary>1 to 12 if sensible; null when not found.</summary>
    [JsonConverter(typeof(CountConverter))]
    public long? Month { get; init; }
}
