using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>
/// The application of an opportunity to a posting. Without <c>expand</c> only the id is known.
/// What the person typed into the form, and addresses of their device, are not read.
/// </summary>
public sealed record LeverApplication
{
    /// <summary>The application's id.</summary>
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

    /// <summary>posting (applied), user (added in Lever or through the API) or referral; null when not expanded.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Type { get; init; }

    /// <summary>The posting; null when not expanded.</summary>
    [JsonPropertyName("posting"), JsonConverter(typeof(ReferenceConverter))]
    public string? PostingId { get; init; }

    /// <summary>Who added or referred the person; null when the person applied.</summary>
    [JsonPropertyName("user"), JsonConverter(typeof(ReferenceConverter))]
    public string? UserId { get; init; }

    /// <summary>When; null when not expanded.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Null while active.</summary>
    public LeverArchived? Archived { get; init; }
}
