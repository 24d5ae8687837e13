using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Abstractions.Shadowing;

/// <summary>What was decided in shadow, what of it would be written now, and what recruiters did meanwhile. No names, no quotes.</summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.ShadowReport")]
public sealed record ShadowReport
{
    /// <summary>The account.</summary>
    [Id(0)]
    public required string Account { get; init; }

    /// <summary>The account's mode now.</summary>
    [Id(1)]
    public required AccountMode Mode { get; init; }

    /// <summary>Whether everybody in the account was looked at; before that the figures grow.</summary>
    [Id(2)]
    public required bool IsComplete { get; init; }

    /// <summary>The first and the last decision in shadow; null when there is none.</summary>
    [Id(3)]
    public DateTimeOffset? From { get; init; }

    /// <summary>The last decision in shadow; null when there is none.</summary>
    [Id(4)]
    public DateTimeOffset? To { get; init; }

    /// <summary>FiiLTER: what was decided of applications.</summary>
    [Id(5)]
    public required ShadowApplications Fiilter { get; init; }

    /// <summary>ARKiiVE: leads for postings.</summary>
    [Id(6)]
    public required ShadowLeads Arkiive { get; init; }

    /// <summary>REFiiNE: leads for applications that matched elsewhere.</summary>
    [Id(7)]
    public required ShadowLeads Refiine { get; init; }

    /// <summary>Applications that could not be judged, by verdict, for example <c>needs-ocr</c> → 3.</summary>
    [Id(8)]
    public ImmutableSortedDictionary<string, int> NotJudged { get; init; } =
        ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>What recruiters did with the applications since, beside what FiiLTER would have done.</summary>
    [Id(9)]
    public ImmutableArray<SideBySide> Recruiters { get; init; } = [];

    /// <summary>
    /// Exactly what <c>go-live --apply-shadow</c> writes while nothing changes in Lever, in its order; at most
    /// <see cref="ShadowLimits.ActionsAtMost"/>.
    /// </summary>
    [Id(10)]
    public ImmutableArray<ShadowAction> Actions { get; init; } = [];

    /// <summary>How many actions are not listed.</summary>
    [Id(11)]
    public int ActionsLeftOut { get; init; }

    /// <summary>What was decided in shadow and does not hold any more, with the reason.</summary>
    [Id(12)]
    public ImmutableArray<ShadowLapse> Lapsed { get; init; } = [];

    /// <summary>Decisions worth reading: the clearest and the closest of each kind.</summary>
    [Id(13)]
    public ImmutableArray<ShadowExample> Examples { get; init; } = [];

    /// <summary>What would keep actions from being written as they are listed: a missing right, the stage, a pause.</summary>
    [Id(14)]
    public ImmutableArray<Finding> Limits { get; init; } = [];
}

/// <summary>Bounds of the report.</summary>
public static class ShadowLimits
{
    /// <summary>Actions that the report lists.</summary>
    public const int ActionsAtMost = 5000;

    /// <summary>Examples of each kind.</summary>
    public const int ExamplesOfKind = 3;
}

/// <summary>FiiLTER in shadow.</summary>
/// <param name="Decided">Applications decided.</param>
/// <param name="Matches">Those that matched.</param>
/// <param name="WouldAdvance">Those that would be moved to CiiVSOFT SCREENED now.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.ShadowApplications")]
public sealed record ShadowApplications(
    [property: Id(0)] int Decided,
    [property: Id(1)] int Matches,
    [property: Id(2)] int WouldAdvance
);

/// <summary>ARKiiVE or REFiiNE in shadow.</summary>
/// <param name="Considered">ARKiiVE: postings searched. REFiiNE: applications compared with other postings.</param>
/// <param name="Proposed">Leads decided.</param>
/// <param name="WouldPropose">Those that would be made now.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.ShadowLeads")]
public sealed record ShadowLeads(
    [property: Id(0)] int Considered,
    [property: Id(1)] int Proposed,
    [property: Id(2)] int WouldPropose
);

/// <summary>Applications of one verdict, by what a person did with them since.</summary>
/// <param name="Verdict">FiiLTER's, for example <c>match</c>.</param>
/// <param name="MovedOn">A person moved them beyond New applicant.</param>
/// <param name="Archived">A person archived them.</param>
/// <param name="Hired">Of those archived, hired, where that can be told.</param>
/// <param name="Untouched">They still stand in New applicant.</param>
/// <param name="Gone">Deleted or hidden.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.SideBySide")]
public sealed record SideBySide(
    [property: Id(0)] string Verdict,
    [property: Id(1)] int MovedOn,
    [property: Id(2)] int Archived,
    [property: Id(3)] int Hired,
    [property: Id(4)] int Untouched,
    [property: Id(5)] int Gone
);

/// <summary>Something that would be written.</summary>
/// <param name="Solution">Who decided.</param>
/// <param name="DecisionId">The decision.</param>
/// <param name="ContactId">The person.</param>
/// <param name="OpportunityId">The application to move; null for a lead.</param>
/// <param name="PostingId">The posting applied to, or the one to make a lead of.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.ShadowAction")]
public sealed record ShadowAction(
    [property: Id(0)] Solution Solution,
    [property: Id(1)] string DecisionId,
    [property: Id(2)] string ContactId,
    [property: Id(3)] string? OpportunityId,
    [property: Id(4)] string? PostingId
);

/// <summary>Something that does not hold any more.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Solution">Who decided.</param>
/// <param name="Reason">Why it would not be written now.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.ShadowLapse")]
public sealed record ShadowLapse(
    [property: Id(0)] string DecisionId,
    [property: Id(1)] Solution Solution,
    [property: Id(2)] string Reason
);

/// <summary>A decision worth reading.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Solution">Who decided.</param>
/// <param name="Verdict">What.</param>
/// <param name="Score">How well it matched; null when nothing was scored.</param>
/// <param name="Cut">The bar.</param>
/// <param name="ContactId">The person.</param>
/// <param name="OpportunityId">The application; null for ARKiiVE.</param>
/// <param name="PostingId">The posting.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.ShadowExample")]
public sealed record ShadowExample(
    [property: Id(0)] string DecisionId,
    [property: Id(1)] Solution Solution,
    [property: Id(2)] string Verdict,
    [property: Id(3)] double? Score,
    [property: Id(4)] double? Cut,
    [property: Id(5)] string ContactId,
    [property: Id(6)] string? OpportunityId,
    [property: Id(7)] string? PostingId
);
