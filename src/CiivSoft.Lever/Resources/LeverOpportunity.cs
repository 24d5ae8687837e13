using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>
/// One candidacy of a person. What Lever leaves out is null or empty.
/// Fields that decide what we may do are read strictly: of an impossible type, they make the whole record broken.
/// </summary>
public sealed record LeverOpportunity
{
    /// <summary>The opportunity's id (Lever's old candidate id).</summary>
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

    /// <summary>The person's full name; may be empty.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The person; null only in odd answers.</summary>
    [JsonPropertyName("contact"), JsonConverter(typeof(ReferenceConverter))]
    public string? ContactId { get; init; }

    /// <summary>Companies or schools; may be empty.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Headline
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The current stage; stays when archived.</summary>
    [JsonPropertyName("stage"), JsonConverter(typeof(ReferenceConverter))]
    public string? StageId { get; init; }

    /// <summary>non-confidential, confidential; null when not said.</summary>
    public string? Confidentiality { get; init; }

    /// <summary>The person's place; may be empty.</summary>
    [JsonConverter(typeof(LocationConverter))]
    public string Location
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Telephone numbers.</summary>
    [JsonConverter(typeof(OptionalListConverter<LeverPhone>))]
    public IReadOnlyList<LeverPhone> Phones
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>E-mail addresses; many people have none.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string> Emails
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Web pages of the person.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string> Links
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Null while active.</summary>
    public LeverArchived? Archived { get; init; }

    /// <summary>Tags, those inherited from the posting included.</summary>
    [JsonConverter(typeof(StrictTextListConverter))]
    public IReadOnlyList<string> Tags
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Sources.</summary>
    [JsonConverter(typeof(StrictTextListConverter))]
    public IReadOnlyList<string> Sources
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The moves so far, oldest first.</summary>
    [JsonConverter(typeof(RecordListConverter<LeverStageChange>))]
    public IReadOnlyList<LeverStageChange> StageChanges
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>agency, applied, internal, referred, sourced, university; null when not said.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Origin { get; init; }

    /// <summary>The user who sourced the person; null unless the origin is <c>sourced</c>.</summary>
    [JsonPropertyName("sourcedBy"), JsonConverter(typeof(ReferenceConverter))]
    public string? SourcedById { get; init; }

    /// <summary>The user who owns it.</summary>
    [JsonPropertyName("owner"), JsonConverter(typeof(ReferenceConverter))]
    public string? OwnerId { get; init; }

    /// <summary>None or one, active or archived; ids only unless expanded.</summary>
    [JsonConverter(typeof(ApplicationsConverter))]
    public IReadOnlyList<LeverApplication> Applications
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When it was made; null when not said.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed; null when never or not said.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When something last happened, notes included.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? LastInteractionAt { get; init; }

    /// <summary>The last move; also the time of archiving.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? LastAdvancedAt { get; init; }

    /// <summary>Null when not snoozed.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Its pages in Lever.</summary>
    [JsonConverter(typeof(OptionalConverter<LeverUrls>))]
    public LeverUrls? Urls { get; init; }

    /// <summary>Personal data are gone for good.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool IsAnonymized { get; init; }

    /// <summary>What the person agreed to; null when no policy applies.</summary>
    public LeverDataProtection? DataProtection { get; init; }

    /// <summary>The posting's place; null without a posting and in answers to writes.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? OpportunityLocation { get; init; }

    /// <summary>The user who deleted it; only in the list of deleted ones.</summary>
    [JsonPropertyName("deletedBy"), JsonConverter(typeof(ReferenceConverter))]
    public string? DeletedById { get; init; }

    /// <summary>When it was deleted; only in the list of deleted ones.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Whatever is not plainly non-confidential is confidential.</summary>
    [JsonIgnore]
    public bool IsConfidential => Confidentiality is not (null or "non-confidential");

    /// <summary>The ids only: the rest is personal data.</summary>
    public override string ToString() => $"opportunity {Id} of contact {ContactId}";
}
