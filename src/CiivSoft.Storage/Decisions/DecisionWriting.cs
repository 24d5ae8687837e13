using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Decisions;

/// <summary>Writes decisions and ARKiiVE's runs as part of a commit. What is there already stays.</summary>
internal static class DecisionWriting
{
    public const string Columns = """
        decision_id, solution, subject, generation, contact_id, opportunity_id, posting_id, verdict, score, cut,
        model_version, policy_version, posting_hash, resume_hash, requirements_version,
        is_shadow, decided_at
        """;

    private const string InsertDecision = $"""
        INSERT INTO decision (account, {Columns}, evidence_box)
        VALUES (@Account, @DecisionId, @Solution, @Subject, @Generation, @ContactId, @OpportunityId, @PostingId, @Verdict,
            @Score, @Cut, @ModelVersion, @PolicyVersion, @PostingHash, @ResumeHash, @RequirementsVersion, @IsShadow, @DecidedAt, @EvidenceBox)
        ON CONFLICT DO NOTHING
        RETURNING decision_id
        """;

    private const string InsertRun = """
        INSERT INTO arkiive_run
            (account, posting_id, run, cause, searched, scored, excluded_json, above_bar, leads, decided_at)
        VALUES (@Account, @PostingId, @Run, @Cause, @Searched, @Scored, @ExcludedJson, @AboveBar, @Leads, @DecidedAt)
        ON CONFLICT DO NOTHING
        RETURNING run
        """;

    /// <summary>Compresses and encrypts: to be done before the write begins, since on SQLite others wait for it.</summary>
    public static object[] Seal(AccountKey account, DecisionRow decision, TextBox texts) =>
        [
            decision,
            new
            {
                Account = account.Name,
                EvidenceBox = decision.EvidenceJson is null
                    ? null
                    : texts.Seal(decision.EvidenceJson, Places.Evidence(account, decision.DecisionId)),
            },
        ];

    /// <summary>Returns the ids of the decisions that were not there before.</summary>
    public static async Task<IReadOnlySet<string>> AddDecisionsAsync(
        this Session session,
        IEnumerable<object[]> sealedDecisions
    )
    {
        var added = await session.RunManyAsync(InsertDecision, sealedDecisions);
        return added.Cast<string>().ToHashSet();
    }

    /// <summary>False when the posting had this run before.</summary>
    public static async Task<bool> TryAddRunAsync(this Session session, AccountKey account, ArkiiveRunRow run)
    {
        var added = await session.RunManyAsync(
            InsertRun,
            [
                [run, new { Account = account.Name }],
            ]
        );
        return added.Count > 0;
    }
}
