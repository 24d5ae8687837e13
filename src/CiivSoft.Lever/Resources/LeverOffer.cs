using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>An offer. Its fields (salary and the like) are not read.</summary>
public sealed record LeverOffer
{
    /// <summary>The offer's id.</summary>
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

    /// <summary>The posting it is for; null when not said.</summary>
    [JsonPropertyName("posting"), JsonConverter(typeof(ReferenceConverter))]
    public string? PostingId { get; init; }

    /// <summary>draft, approval-sent, approved, sent, sent-manually, opened, denied, signed; null when not said.</summary>
    public string? Status { get; init; }

    /// <summary>When; null when not said.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether the person accepted.</summary>
    [JsonIgnore]
    public bool IsSigned => Status is "signed";
}
