using CiivSoft.Abstractions;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Postings;
using CiivSoft.Matching;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Candidates;

/// <summary>What every decision about an application begins with.</summary>
internal sealed class DecisionDrafts(IMatchingEngine engine, MarkerKey refs)
{
    public EffectFactory Effects(DecisionContext context, bool isShadow) =>
        new(context.Account, refs, isShadow, context.Now);

    public DecisionRow Start(
        Solution solution,
        OpportunityRow application,
        OpenPosting? posting,
        DecisionContext context,
        bool isShadow
    )
    {
        var subject = application.ApplicationId ?? application.OpportunityId;
        return new DecisionRow
        {
            DecisionId = EffectIds.OfDecision(context.Account, solution, subject, context.Generation),
            Solution = solution,
            Subject = subject,
            Generation = context.Generation,
            ContactId = application.ContactId,
            OpportunityId = application.OpportunityId,
            PostingId = posting?.Row.PostingId,
            Verdict = Verdicts.None,
            ModelVersion = engine.ModelVersion,
            PolicyVersion = engine.PolicyVersion,
            PostingHash = posting?.Row.ContentHash,
            RequirementsVersion = posting?.RequirementsVersion ?? 0,
            ResumeHash = context.Person.Contact.ResumeHash,
            IsShadow = isShadow,
            DecidedAt = context.Now,
        };
    }
}
