using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>That an opportunity or application was archived.</summary>
public sealed record LeverArchived
{
    /// <summary>The archive reason's id; null when not said.</summary>
    [JsonPropertyName("reason"), JsonConverter(typeof(ReferenceConverter))]
    public string? ReasonId { get; init; }

    /// <summary>When; null when not said.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? ArchivedAt { get; init; }
}
