using System.Globalization;
using CiivSoft.Abstractions;
using CiivSoft.Grains.Accounts;
using CiivSoft.Simulation.Lever;
using CiivSoft.Simulation.Silos;
using CiivSoft.Simulation.Worlds;
using CiivSoft.Storage.Effects;
using Dapper;

namespace CiivSoft.Simulation.Judging;

/// <summary>Judges what is stored and what is in Lever once all has come to rest (I1, I2, I5, erasure, nothing missed).</summary>
internal sealed class RestJudge(SimulatedWorld world)
{
    private const string NotFinal = "state NOT IN (3, 5, 6, 7)";

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsAtRest() => world.Sites.All(s => Unrest(s).Count == 0);

    public void Judge()
    {
        foreach (var site in world.Sites)
        {
            foreach (var what in Unrest(site))
            {
                world.Violate("rest", what);
            }

            var rows = StoredRows.Load(world.Database.Connection, site.Name);
            rows.AddTo(world.Trace);
            Applications(site.Model, rows);
            Effects(site.Model, rows);
            OutcomeJudge.Judge(world, site.Model, rows);
            Mirrored(site.Model, rows);
            Erased(site.Model, rows);
        }
    }

    private List<string> Unrest(LeverSite site)
    {
        var rest = new List<string>();
        var account = new { account = site.Name };
        var connection = world.Database.Connection;
        rest.AddRange(
            connection
                .Query<(string Id, int State)>(
                    $"SELECT effect_id, state FROM effect WHERE account = @account AND {NotFinal}",
                    account
                )
                .Select(e => $"effect {e.Id} is {(EffectState)e.State}")
        );
        rest.AddRange(
            connection
                .Query<(int Kind, string Id)>("SELECT kind, id FROM work WHERE account = @account", account)
                .Select(w => string.Create(CultureInfo.InvariantCulture, $"work {w.Kind} {w.Id} is queued"))
        );
        var id = Cluster.IdOf(typeof(Abstractions.Accounts.IAccountGrain), site.Account.ToString());
        if (world.GrainStates.Find(id)?.State is not AccountState { Sync.IsThrough: true } state)
        {
            rest.Add("the first synchronisation is not complete");
        }
        // A right to write that nothing needs any more stays reported until it is used.
        else if (
            state.Findings.Keys.Any(code => !code.StartsWith(AccountFindings.RightMissing, StringComparison.Ordinal))
        )
        {
            rest.Add($"findings: {string.Join(' ', state.Findings.Keys)}");
        }

        return rest;
    }

    private void Applications(LeverModel model, StoredRows rows)
    {
        foreach (
            var o in model.Opportunities.Values.Where(o => o.IsActive && !o.IsAnonymized && o.ApplicationId is not null)
        )
        {
            if (
                o.StageId != LeverModel.NewApplicant
                || !model.Postings[o.PostingId!].IsOpen
                || IsErased(model, o.ContactId)
            )
            {
                continue; // An application has a posting.
            }

            var decided = rows.Decisions.Where(d => d.Subject == o.ApplicationId).ToList();
            if (decided.Count(d => d.Solution == Solution.Fiilter) != 1)
            {
                world.Violate("I1", $"{o.Id} was decided {decided.Count} times");
            }
            else if (
                decided.Exists(d => d is { Solution: Solution.Fiilter, Verdict: "no-match" })
                && decided.Count(d => d.Solution == Solution.Refiine) != 1
            )
            {
                world.Violate("I1", $"{o.Id} was no match and not referred");
            }
        }

        foreach (var group in rows.Decisions.GroupBy(d => (d.Solution, d.Subject)).Where(g => g.Count() > 1))
        {
            world.Violate("I1", $"{group.Key} was decided {group.Count()} times");
        }
    }

    private static bool IsErased(LeverModel model, string contact) => model.Of(contact).Any(o => o.IsAnonymized);

    private void Effects(LeverModel model, StoredRows rows)
    {
        foreach (var lead in model.Opportunities.Values.Where(o => o is { IsOurs: true, DeletedMs: null }))
        {
            if (
                !IsErased(model, lead.ContactId)
                && !rows.Effects.Any(e =>
                    e.Kind == EffectKind.Lead && e.ResultId == lead.Id && e.State == EffectState.Done
                )
            )
            {
                world.Violate("I5", $"the lead {lead.Id} is not recorded");
            }
        }

        foreach (
            var moved in model.Opportunities.Values.Where(o => o.StageChanges.Exists(c => c.User == model.ServiceUser))
        )
        {
            if (
                moved.DeletedMs is null
                && !IsErased(model, moved.ContactId)
                && !rows.Effects.Any(e =>
                    e.Kind == EffectKind.Move && e.Subject == moved.Id && e.State == EffectState.Done
                )
            )
            {
                world.Violate("I5", $"the move of {moved.Id} is not recorded");
            }
        }

        Notes(model, rows);
    }

    private void Notes(LeverModel model, StoredRows rows)
    {
        var notes = model
            .Opportunities.Values.SelectMany(o => o.Notes.Where(n => n.IsOurs).Select(n => (o, n)))
            .ToList();
        foreach (var (opportunity, note) in notes)
        {
            var effect = rows.Effects.FirstOrDefault(e =>
                e.Ref is { } reference && note.Text.Contains(reference, StringComparison.Ordinal)
            );
            if (effect is null || rows.Decisions.All(d => d.DecisionId != effect.DecisionId))
            {
                world.Violate("I5", $"the note {note.Id} belongs to no decision");
            }
            else if (
                effect.State != EffectState.Done
                && opportunity.DeletedMs is null
                && !IsErased(model, opportunity.ContactId)
            )
            {
                world.Violate("I5", $"the note {note.Id} is recorded as {effect.State}");
            }
        }

        foreach (
            var effect in rows.Effects.Where(e =>
                e is { Kind: EffectKind.Move or EffectKind.Lead, State: EffectState.Done }
            )
        )
        {
            var children = rows.Effects.Where(e => e.ParentId == effect.EffectId).ToList();
            var target = effect.Kind == EffectKind.Move ? effect.Subject : effect.ResultId ?? "";
            if (!model.Opportunities.TryGetValue(target, out var opportunity))
            {
                world.Violate("I5", $"{effect.Kind} {target} is recorded and was never done");
            }
            else if (
                opportunity.DeletedMs is null
                && !IsErased(model, opportunity.ContactId)
                && !children.Exists(c =>
                    notes.Exists(n => n.o == opportunity && n.n.Text.Contains(c.Ref ?? "-", StringComparison.Ordinal))
                )
            )
            {
                world.Violate("I5", $"{effect.Kind} of {target} has no note");
            }
        }
    }

    private void Mirrored(LeverModel model, StoredRows rows)
    {
        foreach (var o in model.Opportunities.Values)
        {
            var row = rows.Opportunities.FirstOrDefault(r => r.Id == o.Id);
            var isGone = row is null || row.IsDeleted;
            if (
                o.DeletedMs is not null
                    ? !isGone
                    : isGone || row!.StageId != o.StageId || row.IsArchived != (o.ArchivedMs is not null)
            )
            {
                world.Violate("cursor", $"{o.Id} is not known as it is in Lever"); // Not gone, so there is a row.
            }
        }

        foreach (var posting in model.Postings.Values)
        {
            if (rows.OpenPostings.Contains(posting.Id) != posting.IsOpen)
            {
                world.Violate("cursor", $"{posting.Id} is not known as it is in Lever");
            }
        }
    }

    private void Erased(LeverModel model, StoredRows rows)
    {
        foreach (var contact in model.Contacts.Keys)
        {
            var left = model.Of(contact).ToList();
            if ((left.Count == 0 || left.Exists(o => o.IsAnonymized)) && rows.PersonalContacts.Contains(contact))
            {
                world.Violate("erasure", $"personal data of {contact} is left");
            }
        }
    }
}
