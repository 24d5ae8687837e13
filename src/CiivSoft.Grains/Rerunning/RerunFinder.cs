using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Postings;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Rerunning;

/// <summary>Finds the application that is to be decided again, and what its former decisions came to.</summary>
internal sealed class RerunFinder(IDecisionStore decisions, IEffectStore effects)
{
    /// <summary>No application when it cannot be decided any more: it is archived, its posting closed, or it never was decided.</summary>
    public async Task<(IReadOnlyList<OpportunityRow> Applications, Rerun? Rerun)> FindAsync(
        CandidateKey key,
        PersonSnapshot person,
        OpenPostings postings,
        WorkOrder order,
        string applicationId,
        CancellationToken cancellationToken
    )
    {
        var application = person.Opportunities.FirstOrDefault(o =>
            o.ApplicationId == applicationId && o.ContactId == key.ContactId
        );
        if (application is null || Refusal(application, id => postings.Find(id)?.Row, order.Settings) is not null)
        {
            return ([], null);
        }

        var former = (await decisions.OfContactAsync(key.Account, key.ContactId, cancellationToken))
            .Where(d => d.Subject == applicationId && d.Solution != Solution.Arkiive)
            .ToList();
        var planned = await effects.OfDecisionsAsync(
            key.Account,
            [.. former.Select(d => d.DecisionId)],
            cancellationToken
        );
        var newApplicant = LeverStages.FindNewApplicant(order.Stages)?.StageId ?? LeverStages.NewApplicantId;
        return Rerun.Of(former, planned, application.StageId == newApplicant) is { } rerun
            ? ([application], rerun)
            : ([], null);
    }

    /// <summary>Why an opportunity's application is not decided again; null when it may be.</summary>
    public static string? Refusal(
        OpportunityRow opportunity,
        Func<string, PostingRow?> findOpenPosting,
        AccountSettings settings
    )
    {
        var posting = opportunity.PostingId is { } id ? findOpenPosting(id) : null;
        return opportunity switch
        {
            { ApplicationId: null } or { PostingId: null } => "It has no application.",
            { DeletedAtMs: not null } => "It was deleted in Lever.",
            { ArchivedAtMs: not null } => "It is archived.",
            { LeadOf: not null } => "It is a lead of ours, not an application.",
            _ when posting is null => "Its posting is not open.",
            _ when !settings.IncludeConfidential && (opportunity.IsConfidential || posting.IsConfidential) =>
                "It is confidential.",
            _ => null,
        };
    }
}
