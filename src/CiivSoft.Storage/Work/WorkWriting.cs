using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Work;

/// <summary>Changes the backlog as part of a larger commit.</summary>
internal static class WorkWriting
{
    private const string Upsert = """
        INSERT INTO work (account, kind, id, priority, newest_ms, not_before, attempts, reason, version)
        VALUES (@Account, @Kind, @Id, @Priority, @NewestMs, @NotBefore, @Attempts, @Reason, @NewVersion)
        ON CONFLICT (account, kind, id) DO UPDATE SET
            priority = CASE WHEN excluded.priority < work.priority THEN excluded.priority ELSE work.priority END,
            newest_ms = CASE WHEN excluded.newest_ms > work.newest_ms THEN excluded.newest_ms ELSE work.newest_ms END,
            not_before = CASE
                WHEN excluded.not_before IS NULL OR work.not_before IS NULL THEN NULL
                WHEN excluded.not_before < work.not_before THEN excluded.not_before
                ELSE work.not_before END,
            version = excluded.version
        """;

    public static async Task AddWorkAsync(this Session session, AccountKey account, IReadOnlyList<WorkItem> items)
    {
        if (items.Count > 0)
        {
            var version = await session.ScalarAsync<long>(session.Dialect.NextWorkVersion);
            var common = new { Account = account.Name, NewVersion = version };
            await session.RunManyAsync(Upsert, items.Select(item => new object[] { item, common }));
        }
    }

    public static Task<int> FinishWorkAsync(this Session session, AccountKey account, WorkItem item) =>
        session.ExecuteAsync(
            "DELETE FROM work WHERE account = @account AND kind = @Kind AND id = @Id AND version = @Version",
            new
            {
                account = account.Name,
                item.Kind,
                item.Id,
                item.Version,
            }
        );
}
