using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Work;

/// <summary>Changes the backlog as part of a larger commit.</summary>
internal static class WorkWriting
{
    private const string Upsert = """
        INSERT INTO work (account, kind, id, priority, newest_ms, not_before, attempts, reason, trace, version)
        VALUES (@Account, @Kind, @Id, @Priority, @NewestMs, @NotBefore, @Attempts, @Reason, @Trace, @NewVersion)
        ON CONFLICT (account, kind, id) DO UPDATE SET
            priority = CASE WHEN excluded.priority < work.priority THEN excluded.priority ELSE work.priority END,
            newest_ms = CASE WHEN excluded.newest_ms > work.newest_ms THEN excluded.newest_ms ELSE work.newest_ms END,
            not_before = CASE
                WHEN excluded.not_before IS NULL OR work.not_before IS NULL THEN NULL
                WHEN excluded.not_before < work.not_before THEN excluded.not_before
                ELSE work.not_before END,
            trace = coalesce(excluded.trace, work.trace),
            version = excluded.version
        """;

    public static async Task AddWorkAsync(this Session session, AccountKey account, IReadOnlyList<WorkItem> items)
    {
        if (items.Count > 0)
        {
            var version = await session.ScalarAsync<long>(session.Dialect.NextWorkVersion);
            var common = new { Account = account.Name, NewVersion = version };
            await session.RunManyAsync(Upsert, items.Select(item => new object[] { Traced(item), common }));
        }
    }

    /// <summary>
    /// Removes the item unless it changed. Returns when its cause was to be seen in Lever; null for the backlog, where
    /// nobody waited, and when nothing was removed.
    /// </summary>
    public static async Task<DateTimeOffset?> FinishWorkAsync(this Session session, AccountKey account, WorkItem item)
    {
        var causedMs = await session.ScalarAsync<long?>(
            $"""
            DELETE FROM work WHERE account = @account AND kind = @Kind AND id = @Id AND version = @Version
            RETURNING CASE WHEN priority = {(int)WorkPriority.Backfill} THEN NULL ELSE newest_ms END
            """,
            new
            {
                account = account.Name,
                item.Kind,
                item.Id,
                item.Version,
            }
        );
        return causedMs is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
    }

    private static WorkItem Traced(WorkItem item) =>
        item.Trace is null && CurrentTrace.Parent is { } trace ? item with { Trace = trace } : item;
}
