using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Dashboard.Views;

/// <summary>What the page of a decision shows.</summary>
public sealed record DecisionModel
{
    /// <summary>The decision; its evidence stands apart.</summary>
    public required DecisionRow Decision { get; init; }

    /// <summary>Why it came out so; null when nothing is kept, for example after an erasure.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>The person's name.</summary>
    public required string Person { get; init; }

    /// <summary>The posting's title; null when there was none.</summary>
    public string? PostingTitle { get; init; }

    /// <summary>What came of it, in order of planning.</summary>
    public required IReadOnlyList<EffectView> Effects { get; init; }

    /// <summary>The résumé with what is quoted marked; empty when none is kept, and for whoever may not read it.</summary>
    public required IReadOnlyList<TextStretch> Resume { get; init; }

    /// <summary>Whether a résumé is kept that the user may not read.</summary>
    public bool IsResumeWithheld { get; init; }

    /// <summary>Whether the résumé kept is the one that was decided on.</summary>
    public bool IsSameResume { get; init; }

    /// <summary>Whether posting, as it is now, is what was decided on; null when there was none.</summary>
    public bool? IsSamePosting { get; init; }

    /// <summary>When the résumé was read; null when none is kept.</summary>
    public DateTimeOffset? ResumeReadAt { get; init; }

    /// <summary>When the application was made, by Lever's clock; null when there is none.</summary>
    public DateTimeOffset? AppliedAt { get; init; }
}

/// <summary>An effect as its decision's page shows it.</summary>
/// <param name="EffectId">Its id.</param>
/// <param name="Kind">What is written.</param>
/// <param name="Target">Stage, posting or tag.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it is blocked, failed or overtaken; null otherwise.</param>
/// <param name="Ref">A note's last line; null for others.</param>
/// <param name="Note">A note's text; null for others and after an erasure.</param>
/// <param name="ResultId">Lever's id of what was made; null for none.</param>
/// <param name="PlannedAt">When it was planned.</param>
/// <param name="SentAt">When it was last sent; null when it never was.</param>
/// <param name="SettledAt">When it came to its end; null before.</param>
public sealed record EffectView(
    string EffectId,
    EffectKind Kind,
    string Target,
    EffectState State,
    string? Reason,
    string? Ref,
    string? Note,
    string? ResultId,
    DateTimeOffset PlannedAt,
    DateTimeOffset? SentAt,
    DateTimeOffset? SettledAt
);
