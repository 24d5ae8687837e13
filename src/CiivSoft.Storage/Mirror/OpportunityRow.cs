using CiivSoft.Abstractions;

namespace CiivSoft.Storage.Mirror;

/// <summary>What we keep of one of Lever's opportunities: what the eligibility gate and the checker need, no names.</summary>
public sealed record OpportunityRow
{
    /// <summary>Lever's id.</summary>
    public required string OpportunityId { get; init; }

    /// <summary>The person.</summary>
    public required string ContactId { get; init; }

    /// <summary>The posting of its application; null for an opportunity without a posting.</summary>
    public string? PostingId { get; init; }

    /// <summary>Its application; null when it has none.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Current stage; stays set when archived.</summary>
    public required string StageId { get; init; }

    /// <summary>Lever's origin: agency, applied, internal, referred, sourced or university; null when unknown.</summary>
    public string? Origin { get; init; }

    /// <summary>Milliseconds since the epoch, UTC, by Lever's clock.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>Milliseconds since the epoch; null when Lever never updated it.</summary>
    public long? UpdatedAtMs { get; init; }

    /// <summary>Time of the last stage change or archiving, milliseconds; null when unknown.</summary>
    public long? LastAdvancedAtMs { get; init; }

    /// <summary>When it was archived, milliseconds; null while active.</summary>
    public long? ArchivedAtMs { get; init; }

    /// <summary>Archive reason; null while active.</summary>
    public string? ArchiveReasonId { get; init; }

    /// <summary>Whether any stage change led to Lever's built-in stage <c>offer</c>.</summary>
    public bool ReachedOffer { get; init; }

    /// <summary>Confidential in Lever.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Anonymised in Lever: nothing personal may be kept.</summary>
    public bool IsAnonymized { get; init; }

    /// <summary>Consent to store or to contact is refused or expired.</summary>
    public bool ConsentRefused { get; init; }

    /// <summary>When the present consent ends, milliseconds; null when it does not.</summary>
    public long? ConsentEndsAtMs { get; init; }

    /// <summary>Carries the tag <c>CiiVSOFT opt-out</c>.</summary>
    public bool HasOptedOut { get; init; }

    /// <summary>Carries the tag <c>CiiVSOFT not useful</c>.</summary>
    public bool IsMarkedNotUseful { get; init; }

    /// <summary>Whose lead it is by our constant source (ARKiiVE or REFiiNE); null for an opportunity that is not ours.</summary>
    public Solution? LeadOf { get; init; }

    /// <summary>
    /// Hash of what Lever shows of it, times and headline apart: a change that it does not explain may be a résumé. Null
    /// for rows of an older version.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>How often a change was seen that may be a new résumé.</summary>
    public int ResumeSignal { get; init; }

    /// <summary>Deleted in Lever, milliseconds; null when not.</summary>
    public long? DeletedAtMs { get; init; }
}
