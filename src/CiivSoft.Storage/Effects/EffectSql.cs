namespace CiivSoft.Storage.Effects;

/// <summary>
/// The statements of the outbox. States are written as numbers where an index depends on the text: done 3, failed 5,
/// overtaken 6, cancelled 7 are final; planned 0 and unknown 2 can be due.
/// </summary>
internal static class EffectSql
{
    public const string IsNotFinal = "state NOT IN (3, 5, 6, 7)";

    /// <summary>Sent, or about to be, and how that ended is not known.</summary>
    public const string MayBeInLever = "state IN (1, 2)";

    /// <summary>Belongs to something that is in Lever, or may be; a tag says nothing that a note has to tell of.</summary>
    public const string TellsOfWhatMayBeInLever = """
        EXISTS (SELECT 1 FROM effect p WHERE p.account = effect.account AND p.effect_id = effect.parent_id
            AND p.state IN (1, 2, 3) AND p.kind <> 3)
        """;

    /// <summary>A note that may be in Lever: whatever becomes of its parent, it is looked for first.</summary>
    public const string IsNoteInDoubt = "kind = 2 AND state = 2";

    public const string Columns = """
        effect_id, kind, subject, target, decision_id, parent_id, solution, contact_id, posting_id, opportunity_id, ref,
        state, attempts, absent_reads, not_before, epoch, planned_at, sent_at, settled_at, result_id, reason,
        trace, caused_at
        """;

    public const string Insert = """
        INSERT INTO effect (account, effect_id, kind, subject, target, decision_id, parent_id, solution, contact_id,
            posting_id, opportunity_id, ref, payload_box, state, attempts, absent_reads, not_before, epoch, held_by,
            planned_at, sent_at, settled_at, result_id, reason, trace, caused_at)
        VALUES (@Account, @EffectId, @Kind, @Subject, @Target, @DecisionId, @ParentId, @Solution, @ContactId,
            @PostingId, @OpportunityId, @Ref, @PayloadBox, @State, @Attempts, @AbsentReads, @NotBefore, @Epoch, 0,
            @PlannedAt, @SentAt, @SettledAt, @ResultId, @Reason, @Trace, @CausedAt)
        ON CONFLICT DO NOTHING
        RETURNING effect_id
        """;

    // Children follow their parent; notes in doubt are looked for when their parent came to nothing, too.
    private const string IsReady =
        "(e.parent_id IS NULL OR p.state = 3 OR e.kind = 2 AND e.state = 2 AND p.state IN (5, 6, 7))";

    private const string Newest = "(SELECT epoch FROM account WHERE name = @account)";

    // The children of what is claimed come along, so that a lead and its note need one claim.
    private const string IsOfRoot = """
        account = @account AND (
            effect_id IN (SELECT effect_id FROM root)
            OR parent_id IN (SELECT effect_id FROM root) AND state = 0 AND (not_before IS NULL OR not_before <= @now))
        """;

    public static readonly string Next = $"""
        {Root(Newest)}
        SELECT sequence, {Columns}, NULL AS payload_box FROM effect WHERE {IsOfRoot}
        """;

    public static readonly string Claim = $"""
        {Root("@epoch")}
        UPDATE effect SET state = CASE state WHEN 0 THEN 1 ELSE state END,
            sent_at = CASE state WHEN 0 THEN @now ELSE sent_at END,
            epoch = @epoch, held_by = @epoch, attempts = attempts + 1
        WHERE {IsOfRoot}
        RETURNING sequence, {Columns}, payload_box
        """;

    public const string Settle = $"""
        UPDATE effect SET state = @State, result_id = coalesce(@ResultId, result_id),
            opportunity_id = coalesce(@OpportunityId, opportunity_id), reason = @Reason, not_before = @NotBefore,
            sent_at = coalesce(@SentAt, sent_at), absent_reads = @AbsentReads, held_by = 0, settled_at = @SettledAt
        WHERE account = @Account AND effect_id = @EffectId AND {IsNotFinal}
        """;

    public const string TakeOver = """
        UPDATE effect SET state = 2, held_by = 0, not_before = NULL, absent_reads = 0,
            sent_at = coalesce(sent_at, planned_at) + @sendWithin
        WHERE account = @account AND state = 1 AND epoch < @epoch
        """;

    /// <summary>Like a take-over, of what this very epoch holds and does not know of; the list of what it does know of follows.</summary>
    public const string Release = """
        UPDATE effect SET state = 2, held_by = 0, not_before = NULL, absent_reads = 0,
            sent_at = coalesce(sent_at, planned_at) + CASE state WHEN 1 THEN @sendWithin ELSE 0 END
        WHERE account = @account AND held_by = @epoch AND state IN (1, 2)
        """;

    /// <summary>The same row as the claim's eligibility, for the time of the next one.</summary>
    public const string NextDue = $"""
        SELECT min(coalesce(e.not_before, e.planned_at)) FROM effect e
        JOIN account a ON a.name = e.account
        LEFT JOIN effect p ON p.account = e.account AND p.effect_id = e.parent_id
        WHERE e.account = @account AND e.state IN (0, 2) AND (e.held_by = 0 OR e.held_by <> a.epoch)
            AND {IsReady}
        """;

    private static string Root(string epoch) =>
        $"""
            WITH root AS (
                SELECT e.effect_id FROM effect e
                LEFT JOIN effect p ON p.account = e.account AND p.effect_id = e.parent_id
                WHERE e.account = @account AND e.state IN (0, 2) AND e.held_by <> {epoch}
                    AND (e.not_before IS NULL OR e.not_before <= @now) AND {IsReady}
                ORDER BY e.sequence LIMIT @limit)
            """;
}
