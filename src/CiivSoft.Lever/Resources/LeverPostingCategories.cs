using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>Where a posting belongs; each null when not said.</summary>
public sealed record LeverPostingCategories
{
    /// <summary>The team.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Team { get; init; }

    /// <summary>The department.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Department { get; init; }

    /// <summary>The first place.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Location { get; init; }

    /// <summary>Every place.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string> AllLocations
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Full-time and the like.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Commitment { get; init; }

    /// <summary>Deprecated by Lever.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Level { get; init; }
}
