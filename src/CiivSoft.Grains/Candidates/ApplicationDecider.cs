using CiivSoft.Abstractions;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Explanations;
using CiivSoft.Grains.Postings;
using CiivSoft.Grains.Switches;
using CiivSoft.Matching;
using CiivSoft.Matching.Notes;
using CiivSoft.Matching.Scoring;
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
    private readonly DecisionDrafts _drafts = new(engine, refs);
    private readonly ReferralDecider _referrals = new(engine, refs);

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
            ? [filtered.Decided, _referrals.Decide(application, posting, explanation, context)]
            : [filtered.Decided];
    }

    private Filtered Filter(OpportunityRow application, OpenPosting posting, DecisionContext context)
    {
        var isShadow = context.Order.IsShadowFor(Solution.Fiilter, application.PostingId);
        var decision = _drafts.Start(Solution.Fiilter, application, posting, context, isShadow);
        var effects = _drafts.Effects(context, isShadow);
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
        var explanation = Explainer.Explain(engine, posting, resume, score, bar, context.Person, context.WarningsJson);
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
                ?
                [
                    Unreadable(
                        unjudged,
                        application,
                        posting,
                        outcome.Reason,
                        _drafts.Effects(context, unjudged.IsShadow)
                    ),
                ]
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

    /// <summary>FiiLTER's decision, and why; null where nothing was compared.</summary>
    private sealed record Filtered(DecidedEffects Decided, Explanation? Explanation);
}
