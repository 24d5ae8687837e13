using System.Data.Common;
using System.Text.RegularExpressions;
using CiivSoft.Simulation.Lever;
using CiivSoft.Simulation.Worlds;
using CiivSoft.Storage.Effects;
using Dapper;

namespace CiivSoft.Simulation.Judging;

/// <summary>Judges each write when it is sent and when Lever does it (I2, I3, I4, and that nothing is sent before it is stored).</summary>
internal sealed partial class WriteJudge(SimulatedWorld world)
{
    private static readonly long Visible = TimeSpan.FromSeconds(2).Ticks;
    private const int LeadsPerPerson = 2;

    private DbConnection Rows => world.Database.Connection;

    /// <summary>The most leads that a posting was ever allowed.</summary>
    public int MostLeads { get; set; } = 7;

    public void Sent(LeverModel model, LeverRequest request)
    {
        switch (request.Method, request.Path)
        {
            case ("PUT", ["opportunities", var id, "stage"]):
                RequireIntent(model, EffectKind.Move, id, "screened");
                break;
            case ("POST", ["opportunities"]):
                using (var body = System.Text.Json.JsonDocument.Parse(request.Body))
                {
                    var root = body.RootElement;
                    RequireIntent(
                        model,
                        EffectKind.Lead,
                        root.GetProperty("contact").GetString() ?? "",
                        root.GetProperty("postings")[0].GetString() ?? ""
                    );
                }

                break;
            default:
                break;
        }
    }

    public void Lead(LeverModel model, string contact, string posting, string source, long sentAt)
    {
        var ours = model.Opportunities.Values.Where(o => o is { IsOurs: true, DeletedMs: null }).ToList();
        // One that a person deleted before we could find it again may be made once more.
        if (ours.Exists(o => o.ContactId == contact && o.PostingId == posting))
        {
            world.Violate("I2", $"a second lead of {contact} on {posting}");
        }

        if (
            source.Contains("ARKiiVE", StringComparison.Ordinal)
            && ours.Count(o => o.PostingId == posting && o.Sources.Contains(source)) >= MostLeads
        )
        {
            world.Violate("I2", $"more than {MostLeads} ARKiiVE leads on {posting}");
        }

        if (model.UnleadableSince(contact, posting) is { } since && since < sentAt - Visible)
        {
            world.Violate(
                "I4",
                $"a lead of {contact} on {posting} against what was visible {Age(sentAt - since)} before: {model.Describe(contact)}"
            );
        }

        if (ours.Count(o => o.ContactId == contact) >= LeadsPerPerson)
        {
            world.Violate("cap", $"more than {LeadsPerPerson} leads of {contact}");
        }
    }

    public void Move(LeverModel model, ModelOpportunity opportunity, string stage, long sentAt)
    {
        if (stage != model.ScreenedId)
        {
            world.Violate("I3", $"{opportunity.Id} was moved to {stage}");
        }

        if (opportunity.StageId != stage && opportunity.UnmovableSince is { } since && since < sentAt - Visible)
        {
            world.Violate("I4", $"{opportunity.Id} was moved against what was visible {Age(sentAt - since)} before");
        }
    }

    public void Note(LeverModel model, ModelOpportunity opportunity, string text)
    {
        var reference = RefPattern().Match(text).Value;
        if (reference.Length == 0)
        {
            world.Violate("I2", $"a note on {opportunity.Id} without a Ref");
            return;
        }

        // As with the lead it belongs to: one that went with a deleted opportunity may be written once more.
        if (
            model.Opportunities.Values.Any(o =>
                o.DeletedMs is null && o.Notes.Exists(n => n.Text.Contains(reference, StringComparison.Ordinal))
            )
        )
        {
            world.Violate("I2", $"a second note {reference} on {opportunity.Id}");
        }

        var parent = Rows.QuerySingleOrDefault<(int Kind, string Subject, string Target)?>(
            """
            SELECT p.kind, p.subject, p.target FROM effect e JOIN effect p ON p.account = e.account AND p.effect_id = e.parent_id
            WHERE e.account = @account AND e.ref = @reference
            """,
            new { account = model.Name, reference }
        );
        if (parent is { } cause && !IsDone(model, cause))
        {
            world.Violate("order", $"the note {reference} came before what it tells of");
        }
    }

    [GeneratedRegex("CVS-[0-9A-Z]{16}", RegexOptions.NonBacktracking)]
    private static partial Regex RefPattern();

    private static string Age(long ticks) => $"{TimeSpan.FromTicks(ticks).TotalSeconds:F1} s";

    private static bool IsDone(LeverModel model, (int Kind, string Subject, string Target) cause) =>
        (EffectKind)cause.Kind switch
        {
            EffectKind.Move => model.Opportunities[cause.Subject].StageChanges.Exists(c => c.Stage == model.ScreenedId),
            EffectKind.Lead => model.Opportunities.Values.Any(o =>
                o.IsOurs && o.ContactId == cause.Subject && o.PostingId == cause.Target
            ),
            _ => true,
        };

    // What is sent is stored as being sent, or as unknown, by then.
    private void RequireIntent(LeverModel model, EffectKind kind, string subject, string target)
    {
        var state = Rows.QuerySingleOrDefault<int?>(
            "SELECT state FROM effect WHERE account = @account AND kind = @kind AND subject = @subject AND target = @target",
            new
            {
                account = model.Name,
                kind = (int)kind,
                subject,
                target,
            }
        );
        if (state is null or (int)EffectState.Planned)
        {
            world.Violate("intent", $"{kind} {subject} {target} was sent before that was stored");
        }
    }
}
