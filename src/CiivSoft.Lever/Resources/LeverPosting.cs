using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>A posting. What Lever leaves out is null or empty.</summary>
public sealed record LeverPosting
{
    /// <summary>The posting's id.</summary>
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

    /// <summary>The title; empty when there is none.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Text
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>published, internal, closed, draft, pending or rejected; null when unknown.</summary>
    public string? State { get; init; }

    /// <summary>public, internal or both; empty unless published.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string> DistributionChannels
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The user who made it.</summary>
    [JsonPropertyName("user"), JsonConverter(typeof(ReferenceConverter))]
    public string? UserId { get; init; }

    /// <summary>The user who owns it.</summary>
    [JsonPropertyName("owner"), JsonConverter(typeof(ReferenceConverter))]
    public string? OwnerId { get; init; }

    /// <summary>The hiring manager.</summary>
    [JsonPropertyName("hiringManager"), JsonConverter(typeof(ReferenceConverter))]
    public string? HiringManagerId { get; init; }

    /// <summary>Team, department, place and commitment; all empty when Lever sent none.</summary>
    [JsonConverter(typeof(OrNewConverter<LeverPostingCategories>))]
    public LeverPostingCategories Categories
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>The posting's own tags.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string> Tags
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The description; all empty when Lever sent none.</summary>
    [JsonConverter(typeof(OrNewConverter<LeverPostingContent>))]
    public LeverPostingContent Content
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>ISO 3166-1, two letters; null when not said.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Country { get; init; }

    /// <summary>The codes of its requisitions.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string> RequisitionCodes
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Pages of the posting; null for drafts and closed ones.</summary>
    [JsonConverter(typeof(OptionalConverter<LeverUrls>))]
    public LeverUrls? Urls { get; init; }

    /// <summary>non-confidential, confidential; null when not said.</summary>
    public string? Confidentiality { get; init; }

    /// <summary>When it was made; null when not said.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed; null when not said.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>unspecified, onsite, remote or hybrid; null when not said.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? WorkplaceType { get; init; }

    /// <summary>The salary in numbers; null when not said.</summary>
    [JsonConverter(typeof(OptionalConverter<LeverSalaryRange>))]
    public LeverSalaryRange? SalaryRange { get; init; }

    /// <summary>The salary in words; null when not said.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? SalaryDescription { get; init; }

    /// <summary>Whether it can receive applicants: published or internal.</summary>
    [JsonIgnore]
    public bool IsOpen => State is "published" or "internal";

    /// <summary>Whatever is not plainly non-confidential is confidential.</summary>
    [JsonIgnore]
    public bool IsConfidential => Confidentiality is not (null or "non-confidential");
}
