using CiivSoft.Abstractions;

namespace CiivSoft.Storage.Decisions;

/// <summary>A decision, with all that is needed to explain and repeat it.</summary>
public sealed record DecisionRow
{
    /// <summary>Derived from account, solution, subject and generation, so that a retry repeats it.</summary>
    public required string DecisionId { get; init; }

    /// <summary>Who decided.</summary>
    public required Solution Solution { get; init; }

    /// <summary>
    /// What was decided: the application for FiiLTER and REFiiNE, <c>posting/contact</c> for ARKiiVE. Unique with
    /// solution and generation: an application is decided once.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>0, and one more with each <c>rerun</c>.</summary>
    public int Generation { get; init; }

    /// <summary>The person.</summary>
    public required string ContactId { get; init; }

    /// <summary>The application's opportunity; null for ARKiiVE.</summary>
    public string? OpportunityId { get; init; }

    /// <summary>The posting compared with; for REFiiNE the best other posting, null when there was none.</summary>
    public string? PostingId { get; init; }

    /// <summary>For example <c>match</c>, <c>no-match</c>, <c>lead</c>, <c>none</c>, <c>unreadable</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Calibrated score, 0 to 1; null when nothing could be scored.</summary>
    public double? Score { get; init; }

    /// <summary>The bar it was held to; null when nothing could be scored.</summary>
    public double? Cut { get; init; }

    /// <summary>Version of the model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>Version of the policy: bars, rules, settings that matter.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>Hash of the posting's title and text; null when there was no posting.</summary>
    public string? PostingHash { get; init; }

    /// <summary>Version of the posting's requirements: 0 as drafted from its text, else the edit.</summary>
    public int RequirementsVersion { get; init; }

    /// <summary>Hash of the résumé; null when none was readable.</summary>
    public string? ResumeHash { get; init; }

    /// <summary>Evidence with quotes: personal, encrypted at rest, erased with the person; null when there is none.</summary>
    public string? EvidenceJson { get; init; }

    /// <summary>Whether it was made in shadow mode.</summary>
    public bool IsShadow { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }
}
