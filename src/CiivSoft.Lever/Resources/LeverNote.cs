using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>A note on an opportunity: a thread of comments.</summary>
public sealed record LeverNote
{
    /// <summary>The note's id.</summary>
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

    /// <summary>The comments, each with its text.</summary>
    [JsonConverter(typeof(RecordListConverter<LeverComment>))]
    public IReadOnlyList<LeverComment> Fields
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The author; null when written through the API without a user.</summary>
    [JsonPropertyName("user"), JsonConverter(typeof(ReferenceConverter))]
    public string? UserId { get; init; }

    /// <summary>Only for users with a special right: never to be used or repeated.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool Secret { get; init; }

    /// <summary>When; null when not said.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Null unless deleted.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The id only: notes speak of persons.</summary>
    public override string ToString() => $"note {Id}";
}

/// <summary>One comment of a note.</summary>
public sealed record LeverComment
{
    /// <summary>The text; empty when there is none.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Value
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The author; null when written through the API without a user.</summary>
    [JsonPropertyName("user"), JsonConverter(typeof(ReferenceConverter))]
    public string? UserId { get; init; }

    /// <summary>When; null when not said.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Not the text.</summary>
    public override string ToString() => $"comment of {UserId}";
}
