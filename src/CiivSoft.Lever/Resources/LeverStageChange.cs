using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>A move to a stage.</summary>
public sealed record LeverStageChange
{
    /// <summary>The stage moved to.</summary>
    [JsonPropertyName("toStageId"), JsonConverter(typeof(ReferenceConverter))]
    public string? ToStageId { get; init; }

    /// <summary>When; null when not said.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Who; null when it was the system, as when a candidate applies.</summary>
    [JsonConverter(typeof(ReferenceConverter))]
    public string? UserId { get; init; }
}
