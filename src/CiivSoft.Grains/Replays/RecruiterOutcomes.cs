using System.Collections.Immutable;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Replays;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Replays;

/// <summary>Reads what recruiters did with an application from where it stands. Null for what never was an application to judge.</summary>
internal sealed class RecruiterOutcomes(ImmutableArray<StageInfo> stages, string screenedStage)
{
    // Lever's built-in stages of people who did not apply.
    private const string LeadPrefix = "lead-";

    private readonly HashSet<string> _arrival =
    [
        LeverStages.FindNewApplicant(stages)?.StageId ?? LeverStages.NewApplicantId,
        .. LeverStages.FindScreened(stages, screenedStage) is { } screened ? [screened.StageId] : Array.Empty<string>(),
    ];

    public RecruiterOutcome? Of(OpportunityRow application) =>
        application.IsAnonymized || application.StageId.StartsWith(LeadPrefix, StringComparison.Ordinal) ? null
        : application.ReachedOffer || !_arrival.Contains(application.StageId) ? RecruiterOutcome.Advanced
        : application.ArchivedAtMs is null ? RecruiterOutcome.Undecided
        : RecruiterOutcome.NotAdvanced;
}
