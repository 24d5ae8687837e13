using CiivSoft.Abstractions;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Explanations;
using CiivSoft.Grains.Postings;
using CiivSoft.Grains.Switches;
using CiivSoft.Matching;
using CiivSoft.Matching.Notes;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;
using CiivSoft.Matching.Vectors;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Candidates;

/// <summary>
/// Decides an application: FiiLTER on the posting applied to and, where that is no match, REFiiNE on every other open one.
/// Pure: the same context gives the same decisions. None of them archives, rejects or moves back.
/// </summary>
internal sealed class ApplicationDecider(IMatchingEngine engine, MarkerKey refs)
{
    // Beyond this many, vectors choose which postings are scored in full.
    private const int FullyScored = 100;

    /// <summary>Decides a person's applications one after the other: a lead that one gives counts for those after it.</summary>
    public IReadOnlyList<DecidedEffects> DecideAll(IEnumerable<OpportunityRow> applications, DecisionContext context)
    {
        var decided = new List<DecidedEffects>();
        foreach (var application in applications)
        {
            var now = Decide(application, context);
            decided.AddRange(now);
            context = context with { Person = WithLeads(context.Person, now) };
        }

        return decided;
    }

    private static PersonSnapshot WithLeads(PersonSnapshot person, IEnumerable<DecidedEffects> decided)
    {
        var leads = decided
            .SelectMany(d => d.Effects)
            .Where(e => e.Kind == EffectKind.Lead)
            .Select(e => new PlannedLead(e.Target, e.ContactId, e.PlannedAt, e.State));
        return person with { Leads = [.. person.Leads, .. leads] };
    }

    public IReadOnlyList<DecidedEffects> Decide(OpportunityRow application, DecisionContext context)
    {
        var posting = context.Postings.Find(application.PostingId ?? "");
        if (posting is null)
        {
            return [];
        }

        var filtered = Filter(application, posting, context);
        return filtered is { Decided.Decision.Verdict: Verdicts.NoMatch, Explanation: { } explanation }
            ? [filtered.Decided, Refine(application, posting, explanation, context)]
            : [filtered.Decided];
    }

    private Filtered Filter(OpportunityRow application, OpenPosting posting, DecisionContext context)
    {
        var isShadow = context.Order.IsShadowFor(Solution.Fiilter, application.PostingId);
        var decision = Start(Solution.Fiilter, application, posting, context, isShadow);
        var effects = Effects(context, isShadow);
        if (LeftAlone(context) is { } reason)
        {
            return Unexplained(decision with { Verdict = Verdicts.LeftAlone, EvidenceJson = Explainer.Reason(reason) });
        }

        if (context.Resume is not { } resume)
        {
            return Unread(decision, application, posting, context.Person.Contact.ResumeStatus, effects);
        }

        var score = engine.Score(posting.Profile, resume);
        if (score is MatchScore.Unjudgeable unjudgeable)
        {
            return Unjudged(NotJudged.For(unjudgeable.Reason), decision, application, posting, context);
        }

        var bar = Bars.Fiilter(engine, context.Order.Settings);
        var scored = decision with { Score = score.Value, Cut = bar };
        var explanation = Explainer.Explain(
            engine,
            posting,
            resume,
            score,
            bar,
            context.Person.Contact,
            context.WarningsJson
        );
        var isMatch = score.Reaches(bar);
        var judged = scored with
        {
            Verdict = isMatch ? Verdicts.Match : Verdicts.NoMatch,
            EvidenceJson = explanation.Json,
        };
        var screened = context.Order.Settings.ScreenedStage;
        return new(
            isMatch ? Screen(judged, application, explanation, effects, screened) : new(judged, []),
            explanation
        );
    }

    // Nobody is told by a note that there is no résumé: Lever shows it.
    private static Filtered Unread(
        DecisionRow decision,
        OpportunityRow application,
        OpenPosting posting,
        ResumeStatus status,
        EffectFactory effects
    )
    {
        var verdict = VerdictWithout(status);
        if (verdict == Verdicts.NoResume)
        {
            return Unexplained(decision with { Verdict = verdict });
        }

        var reason = Explainer.ReasonOf(status);
        var unread = decision with { Verdict = verdict, EvidenceJson = Explainer.Reason(UnreadableWords.Of(reason)) };
        return Unexplained(unread, Unreadable(unread, application, posting, reason, effects));
    }

    // Nothing is compared: REFiiNE reads the same résumé and could do no better.
    private Filtered Unjudged(
        NotJudged outcome,
        DecisionRow decision,
        OpportunityRow application,
        OpenPosting posting,
        DecisionContext context
    )
    {
        var unjudged = decision with
        {
            Verdict = outcome.Verdict,
            EvidenceJson = Explainer.Reason(outcome.Explanation),
        };
        var isTold = outcome.IsAboutResume || context.Order.Settings.NoteWhenNothingMatches;
        return Unexplained(
            unjudged,
            isTold
                ? [Unreadable(unjudged, application, posting, outcome.Reason, Effects(context, unjudged.IsShadow))]
                : []
        );
    }

    private static Filtered Unexplained(DecisionRow decision, params IReadOnlyList<EffectRow> effects) =>
        new(new DecidedEffects(decision, effects), null);

    private static DecidedEffects Screen(
        DecisionRow decision,
        OpportunityRow application,
        Explanation explanation,
        EffectFactory effects,
        string stageName
    )
    {
        var move = effects.Move(decision, application.OpportunityId);
        var note = effects.Note(
            decision,
            NoteRoles.Screened,
            move,
            application.OpportunityId,
            reference => explanation.Screened(stageName, reference)
        );
        return new(decision, [move, note]);
    }

    private static EffectRow Unreadable(
        DecisionRow decision,
        OpportunityRow application,
        OpenPosting posting,
        UnreadableReason reason,
        EffectFactory effects
    ) =>
        effects.Note(
            decision,
            NoteRoles.Unreadable,
            parent: null,
            application.OpportunityId,
            reference => Explainer.Unreadable(posting.Row, reason, reference)
        );

    // Recorded, so that it can be told why nothing was compared, and run again.
    private DecidedEffects SwitchedOff(OpportunityRow application, DecisionContext context)
    {
        var decision = Start(Solution.Refiine, application, posting: null, context, isShadow: context.Order.IsShadow);
        return new(decision with { Verdict = Verdicts.LeftAlone, EvidenceJson = Explainer.Reason("switched off") }, []);
    }

    private DecidedEffects Refine(
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
        var effects = Effects(context, isShadow);
        var decision = Start(Solution.Refiine, application, best?.Posting, context, isShadow) with
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
            .Explain(
                engine,
                best.Posting,
                context.Resume!,
                best.Score,
                cut,
                context.Person.Contact,
                context.WarningsJson
            )
            .After(filtered);
        decision = decision with { EvidenceJson = explanation.Json };
        return new(decision, Refer(decision, application, explanation, effects));
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

    // A person counts once: the tag on any of the duplicate contacts is enough.
    private static string? LeftAlone(DecisionContext context) =>
        context.Person.Opportunities.Any(o => o.HasOptedOut) ? "opted out" : null;

    private static string VerdictWithout(ResumeStatus status) =>
        status switch
        {
            ResumeStatus.NeedsOcr => Verdicts.NeedsOcr,
            ResumeStatus.NotRead or ResumeStatus.Waiting or ResumeStatus.Read or ResumeStatus.None => Verdicts.NoResume,
            _ => Verdicts.Unreadable,
        };

    private EffectFactory Effects(DecisionContext context, bool isShadow) =>
        new(context.Account, refs, isShadow, context.Now);

    private DecisionRow Start(
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

    /// <summary>FiiLTER's decision, and why; null where nothing was compared.</summary>
    private sealed record Filtered(DecidedEffects Decided, Explanation? Explanation);

    private sealed record ScoredPosting(OpenPosting Posting, MatchScore Score);
}
