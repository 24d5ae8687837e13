using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Shadowing;

/// <summary>Tells what was decided in shadow and what of it would be written now, by what the last scan saw.</summary>
internal sealed class ShadowReporter(AccountContext account, IMirrorStore mirror, ShadowQueries queries)
{
    private const int PeopleAtOnce = 500;

    public async Task<ShadowReport> ReportAsync(CancellationToken cancellationToken)
    {
        var decisions = await queries.DecisionsAsync(account.Key, cancellationToken);
        var planned = await queries.EffectsAsync(account.Key, cancellationToken);
        var holding = await CheckAsync(planned, cancellationToken);
        var known = await FindAsync(decisions, cancellationToken);
        var postings = await queries.CountSearchedPostingsAsync(account.Key, cancellationToken);
        var state = account.State;
        var newApplicant = LeverStages.FindNewApplicant(state.Stages)?.StageId ?? LeverStages.NewApplicantId;
        var screened = LeverStages.FindScreened(state.Stages, state.Settings.ScreenedStage)?.StageId;
        var stands = holding.Where(h => h.Against is null).Select(h => h.Effect).ToList();
        var fiilter = decisions.Where(d => d.Solution == Solution.Fiilter).ToList();
        return new ShadowReport
        {
            Account = account.Key.Name,
            Mode = state.Mode,
            IsComplete = state.Sync.IsComplete,
            From = decisions is [var first, ..] ? first.DecidedAt : null,
            To = decisions is [.., var last] ? last.DecidedAt : null,
            Fiilter = new ShadowApplications(
                fiilter.Count,
                fiilter.Count(d => d.Verdict == Verdicts.Match),
                stands.Count(e => e.Kind == EffectKind.Move)
            ),
            Arkiive = Leads(Solution.Arkiive, postings),
            Refiine = Leads(Solution.Refiine, decisions.Count(d => d.Solution == Solution.Refiine)),
            NotJudged = fiilter
                .Where(d => d.Verdict is not (Verdicts.Match or Verdicts.NoMatch))
                .GroupBy(d => d.Verdict, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            Recruiters = RecruiterMoves.Of(fiilter, known, newApplicant, screened, state.EffectiveHiredReason),
            Actions = [.. stands.Take(ShadowLimits.ActionsAtMost).Select(ActionOf)],
            ActionsLeftOut = Math.Max(0, stands.Count - ShadowLimits.ActionsAtMost),
            Lapsed =
            [
                .. holding
                    .Where(h => h.Against is not null)
                    .Select(h => new ShadowLapse(h.Effect.DecisionId, h.Effect.Solution, h.Against!)), // Filtered above.
            ],
            Examples = ShadowExamples.Of(decisions),
            Limits = [.. Limits()],
        };

        ShadowLeads Leads(Solution solution, int considered) =>
            new(
                considered,
                decisions.Count(d => d.Solution == solution && d.Verdict == Verdicts.Lead),
                stands.Count(e => e.Kind == EffectKind.Lead && e.Solution == solution)
            );
    }

    private static ShadowAction ActionOf(EffectRow effect) =>
        new(effect.Solution, effect.DecisionId, effect.ContactId, effect.OpportunityId, effect.PostingId);

    private async Task<IReadOnlyList<(EffectRow Effect, string? Against)>> CheckAsync(
        IReadOnlyList<EffectRow> planned,
        CancellationToken cancellationToken
    )
    {
        var people = new Dictionary<string, PersonSnapshot>(StringComparer.Ordinal);
        foreach (var ids in planned.Select(e => e.ContactId).Distinct(StringComparer.Ordinal).Chunk(PeopleAtOnce))
        {
            foreach (var person in await mirror.LoadPeopleAsync(account.Key, ids, cancellationToken))
            {
                people[person.Contact.ContactId] = person;
            }
        }

        var postings = await mirror.FindPostingsAsync(
            account.Key,
            [.. planned.Select(e => e.PostingId).OfType<string>().Distinct(StringComparer.Ordinal)],
            cancellationToken
        );
        var hold = new ShadowHold(account.State, people, postings, account.Now);
        return [.. planned.Select(e => (e, hold.Against(e)))];
    }

    private async Task<IReadOnlyDictionary<string, OpportunityRow>> FindAsync(
        IReadOnlyList<ShadowDecision> decisions,
        CancellationToken cancellationToken
    )
    {
        var known = new Dictionary<string, OpportunityRow>(StringComparer.Ordinal);
        foreach (var ids in decisions.Select(d => d.OpportunityId).OfType<string>().Distinct().Chunk(PeopleAtOnce))
        {
            foreach (var (id, row) in await mirror.FindOpportunitiesAsync(account.Key, ids, cancellationToken))
            {
                known[id] = row;
            }
        }

        return known;
    }

    private IEnumerable<Finding> Limits()
    {
        var state = account.State;
        foreach (var finding in state.Findings.Values)
        {
            yield return finding;
        }

        if (!state.Pauses.IsEmpty)
        {
            yield return new Finding(
                "paused",
                "Something is paused: it waits until the pause is lifted.",
                $"ciivsoft resume {account.Key.Name}",
                account.Now
            );
        }

        var create = LeverRoute.CreateOpportunity.Right;
        if (!state.ProvenRights.Contains(create) && !state.Findings.ContainsKey(AccountFindings.RightMissing + create))
        {
            yield return new Finding(
                PreflightAdvice.CreateOpportunity,
                $"Nothing was written yet, so it is not known whether the key has the right '{create}'. Without it the leads of this "
                    + "report become recommendations: a note and a tag on the person's newest opportunity.",
                $"Make the key with '{create}' ticked, which Lever's help article does not list.",
                account.Now
            );
        }
    }
}
