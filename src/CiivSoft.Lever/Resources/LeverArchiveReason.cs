using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>A reason for archiving.</summary>
public sealed record LeverArchiveReason
{
    /// <summary>The reason's id.</summary>
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

    /// <summary>What recruiters see; empty when Lever sent none.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Text
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>active or inactive; null when not said.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Status { get; init; }

    /// <summary>hired or non-hired; null when not said.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it means that the person was hired; an account has exactly one such reason.</summary>
    [JsonIgnore]
    public bool IsHired => Type is "hired";
}
