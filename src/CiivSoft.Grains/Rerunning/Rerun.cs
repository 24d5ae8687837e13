using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Explanations;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Rerunning;

/// <summary>
/// An application that is decided again. Nobody is demoted by it: what is in Lever stays, and an application that stands
/// elsewhere by now is decided for the record alone.
/// </summary>
/// <param name="Generation">The new decisions'; the former ones have lower ones.</param>
/// <param name="IsWaiting">Whether the application still stands in New applicant.</param>
/// <param name="Superseded">Former decisions of which nothing was sent.</param>
/// <param name="UnsentLeads">Postings for which such a decision planned a lead: it does not count against the new one.</param>
/// <param name="WasReferred">Whether a lead of a former decision is in Lever, or may be.</param>
/// <param name="Told">Verdicts of former decisions whose note, that the file cannot be read, is in Lever, or may be.</param>
internal sealed record Rerun(
    int Generation,
    bool IsWaiting,
    ImmutableArray<string> Superseded,
    ImmutableHashSet<string> UnsentLeads,
    bool WasReferred,
    ImmutableHashSet<string> Told
)
{
    public const string NotWaiting = "not in New applicant any more: decided again for the record, nothing is written";
    public const string ReferredBefore = "referred before: an application is referred once";

    /// <summary>Null when it was never decided: then it is not decided again.</summary>
    public static Rerun? Of(IReadOnlyList<DecisionRow> former, IReadOnlyList<EffectRow> effects, bool isWaiting)
    {
        if (former.Count == 0)
        {
            return null;
        }

        var byDecision = effects.ToLookup(e => e.DecisionId, StringComparer.Ordinal);
        var superseded = former.Select(d => d.DecisionId).Where(id => byDecision[id].All(IsUnsent)).ToImmutableArray();
        return new Rerun(
            former.Max(d => d.Generation) + 1,
            isWaiting,
            superseded,
            [
                .. effects
                    .Where(e => e.Kind == EffectKind.Lead && superseded.Contains(e.DecisionId))
                    .Select(e => e.Target),
            ],
            effects.Any(e => e.Kind == EffectKind.Lead && !superseded.Contains(e.DecisionId)),
            [
                .. former
                    .Where(d => !superseded.Contains(d.DecisionId) && byDecision[d.DecisionId].Any(IsUnreadableNote))
                    .Select(d => d.Verdict),
            ]
        );
    }

    /// <summary>The person without the leads that the new decision takes the place of.</summary>
    public PersonSnapshot Before(PersonSnapshot person) =>
        person with
        {
            Leads =
            [
                .. person.Leads.Where(l =>
                    l.ContactId != person.Contact.ContactId || !UnsentLeads.Contains(l.PostingId)
                ),
            ],
        };

    /// <summary>What of the new decisions may have effects.</summary>
    public IReadOnlyList<DecidedEffects> Restrict(IReadOnlyList<DecidedEffects> decided) =>
        [
            .. decided.Select(d =>
                !IsWaiting ? OnRecord(d, NotWaiting)
                : Told.Contains(d.Decision.Verdict) ? d with { Effects = [] } // Saying it once more would help nobody.
                : WasReferred && d.Decision.Solution == Solution.Refiine ? OnRecord(d, ReferredBefore)
                : d
            ),
        ];

    private static DecidedEffects OnRecord(DecidedEffects decided, string reason) =>
        decided.Decision is { Solution: Solution.Refiine, Verdict: Verdicts.Lead }
            ? new(decided.Decision with { Verdict = Verdicts.None, EvidenceJson = Explainer.Reason(reason) }, [])
            : decided with
            {
                Effects = [],
            };

    private static bool IsUnreadableNote(EffectRow effect) =>
        effect is { Kind: EffectKind.Note, Target: NoteRoles.Unreadable };

    private static bool IsUnsent(EffectRow effect) =>
        effect.State is EffectState.Planned or EffectState.Blocked or EffectState.Shadow;
}
