using CiivSoft.Abstractions;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Explanations;
using CiivSoft.Grains.Postings;
using CiivSoft.Grains.Switches;
using CiivSoft.Matching;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;
using CiivSoft.Matching.Vectors;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Candidates;

/// <summary>REFiiNE: compares an application that is no match for its posting with every other open one. Pure.</summary>
internal sealed class ReferralDecider(IMatchingEngine engine, MarkerKey refs)
{
    // Beyond this many, vectors choose which postings are scored in full.
    private const int FullyScored = 100;

    private readonly DecisionDrafts _drafts = new(engine, refs);

    public DecidedEffects Decide(
        OpportunityRow application,
        OpenPosting applied,
        Explanation filtered,
        DecisionContext context
    )
    {
        if (context.Order.IsOff(Solution.Refiine, application.PostingId))
        {
            return SwitchedOff(application, context);
        }

        var cut = Bars.Refiine(engine, context.Order.Settings, context.Postings.Count - 1);
        var referredTo = LostReferral.Find(application, context.Person);
        var best = referredTo is null ? Best(applied, context) : Again(referredTo, context);
        var isReferred = best is not null && (referredTo is not null || best.Score.Reaches(cut));
        var isShadow = context.Order.IsReferralShadow(application.PostingId, best?.Posting.Row.PostingId);
        var effects = _drafts.Effects(context, isShadow);
        var decision = _drafts.Start(Solution.Refiine, application, best?.Posting, context, isShadow) with
        {
            Verdict = isReferred ? Verdicts.Lead : Verdicts.None,
            Score = best?.Score.Value,
            Cut = cut,
        };
        if (best is null || decision.Verdict == Verdicts.None)
        {
            return new(decision, NothingMatched(decision, application, filtered, effects, context));
        }

        var explanation = Explainer
            .Explain(engine, best.Posting, context.Resume!, best.Score, cut, context.Person, context.WarningsJson)
            .After(filtered);
        decision = decision with { EvidenceJson = explanation.Json };
        return new(decision, Refer(decision, application, explanation, effects));
    }

    // Recorded, so that it can be told why nothing was compared, and run again.
    private DecidedEffects SwitchedOff(OpportunityRow application, DecisionContext context)
    {
        var decision = _drafts.Start(
            Solution.Refiine,
            application,
            posting: null,
            context,
            isShadow: context.Order.IsShadow
        );
        return new(decision with { Verdict = Verdicts.LeftAlone, EvidenceJson = Explainer.Reason("switched off") }, []);
    }

    private static List<EffectRow> Refer(
        DecisionRow decision,
        OpportunityRow application,
        Explanation explanation,
        EffectFactory effects
    )
    {
        var lead = effects.Lead(
            decision,
            explanation.Posting.PostingId,
            reference => explanation.Recommended(Solution.Refiine, reference)
        );
        return
        [
            lead,
            effects.Note(
                decision,
                NoteRoles.Lead,
                lead,
                null,
                reference => explanation.Lead(Solution.Refiine, reference)
            ),
            effects.Note(decision, NoteRoles.Origin, lead, application.OpportunityId, explanation.OriginLine),
        ];
    }

    private static List<EffectRow> NothingMatched(
        DecisionRow decision,
        OpportunityRow application,
        Explanation filtered,
        EffectFactory effects,
        DecisionContext context
    ) =>
        context.Order.Settings.NoteWhenNothingMatches
            ?
            [
                effects.Note(
                    decision,
                    NoteRoles.NothingMatched,
                    null,
                    application.OpportunityId,
                    filtered.NothingMatched
                ),
            ]
            : [];

    // What was done before is decided the same again, so that it is taken over; when the posting closed since, nothing is.
    private ScoredPosting? Again(string postingId, DecisionContext context) =>
        context.Postings.Find(postingId) is { } posting
        && engine.Score(posting.Profile, context.Resume!) is MatchScore.Judgeable score
            ? new ScoredPosting(posting, score)
            : null;

    private ScoredPosting? Best(OpenPosting applied, DecisionContext context)
    {
        var order = context.Order;
        var rules = EligibilityRules.For(order.Settings, order.Stages, order.HiredReasonId, order.IsShadow);
        var resume = context.Resume!;
        return Nearest(context.Postings, applied, resume)
            .Where(p =>
                IsOffered(p.Row, context) && EligibilityGate.Check(context.Person, p.Row, rules, context.Now) is null
            )
            .Select(p => new ScoredPosting(p, engine.Score(p.Profile, resume)))
            .Where(p => p.Score is MatchScore.Judgeable)
            .OrderByDescending(p => p.Score.Value)
            .ThenBy(p => p.Posting.Row.PostingId, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static bool IsOffered(PostingRow posting, DecisionContext context) =>
        !context.Order.IsOff(Solution.Refiine, posting.PostingId)
        && (context.Order.Settings.IncludeConfidential || !posting.IsConfidential);

    private static IEnumerable<OpenPosting> Nearest(OpenPostings postings, OpenPosting applied, ResumeProfile resume)
    {
        var others = postings.All.Where(p => p.Row.PostingId != applied.Row.PostingId).ToList();
        return others.Count < FullyScored
            ? others
            : NearestVectors
                .Find([.. others.Select(p => p.Profile.Vector)], resume.Vector.Span, FullyScored)
                .Select(position => others[position]);
    }

    private sealed record ScoredPosting(OpenPosting Posting, MatchScore Score);
}
