using System.Data.Common;
using CiivSoft.Abstractions;
using CiivSoft.Simulation.Clockwork;
using CiivSoft.Storage.Effects;
using Dapper;

namespace CiivSoft.Simulation.Judging;

/// <summary>What an account has stored, as far as it is judged.</summary>
internal sealed record StoredRows
{
    public required IReadOnlyList<StoredDecision> Decisions { get; init; }

    public required IReadOnlyList<StoredEffect> Effects { get; init; }

    public required IReadOnlyList<StoredOpportunity> Opportunities { get; init; }

    public required IReadOnlySet<string> OpenPostings { get; init; }

    /// <summary>Contacts of whom a résumé, a vector or personal data is kept.</summary>
    public required IReadOnlySet<string> PersonalContacts { get; init; }

    public static StoredRows Load(DbConnection connection, string account)
    {
        var named = new { account };
        return new StoredRows
        {
            Decisions =
            [
                .. connection.Query<StoredDecision>(
                    "SELECT decision_id, solution, subject, contact_id, verdict FROM decision WHERE account = @account ORDER BY decision_id",
                    named
                ),
            ],
            Effects =
            [
                .. connection.Query<StoredEffect>(
                    "SELECT effect_id, kind, subject, target, contact_id, posting_id, decision_id, parent_id, ref, state, reason, result_id FROM effect WHERE account = @account ORDER BY effect_id",
                    named
                ),
            ],
            Opportunities =
            [
                .. connection.Query<StoredOpportunity>(
                    "SELECT opportunity_id AS id, stage_id, archived_at_ms IS NOT NULL AS is_archived, deleted_at_ms IS NOT NULL AS is_deleted FROM opportunity WHERE account = @account",
                    named
                ),
            ],
            OpenPostings = connection
                .Query<string>("SELECT posting_id FROM posting WHERE account = @account AND is_open", named)
                .ToHashSet(StringComparer.Ordinal),
            PersonalContacts = connection
                .Query<string>(
                    """
                    SELECT contact_id FROM contact WHERE account = @account AND person_box IS NOT NULL
                    UNION SELECT contact_id FROM resume WHERE account = @account
                    UNION SELECT contact_id FROM vector WHERE account = @account
                    """,
                    named
                )
                .ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>What was decided and done is a part of the trace.</summary>
    public void AddTo(Trace trace)
    {
        foreach (var decision in Decisions)
        {
            trace.Add("decision", $"{decision.Solution} {decision.Subject} {decision.Verdict}");
        }

        foreach (var effect in Effects)
        {
            trace.Add("effect", $"{effect.Kind} {effect.Subject} {effect.Target} {effect.State} {effect.ResultId}");
        }
    }
}

internal sealed class StoredDecision
{
    public string DecisionId { get; set; } = "";

    public Solution Solution { get; set; }

    public string Subject { get; set; } = "";

    public string ContactId { get; set; } = "";

    public string Verdict { get; set; } = "";
}

internal sealed class StoredEffect
{
    public string EffectId { get; set; } = "";

    public EffectKind Kind { get; set; }

    public string Subject { get; set; } = "";

    public string Target { get; set; } = "";

    public string ContactId { get; set; } = "";

    public string? PostingId { get; set; }

    public string DecisionId { get; set; } = "";

    public string? ParentId { get; set; }

    public string? Ref { get; set; }

    public EffectState State { get; set; }

    public string? Reason { get; set; }

    public string? ResultId { get; set; }
}

internal sealed class StoredOpportunity
{
    public string Id { get; set; } = "";

    public string StageId { get; set; } = "";

    public bool IsArchived { get; set; }

    public bool IsDeleted { get; set; }
}
