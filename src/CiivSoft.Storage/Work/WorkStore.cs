using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Work;

internal sealed class WorkStore(Database database) : IWorkStore
{
    public Task<IReadOnlyList<WorkItem>> NextAsync(
        AccountKey account,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.QueryAsync<WorkItem>(
                    """
                    SELECT kind, id, priority, newest_ms, not_before, attempts, reason, trace, version
                    FROM work WHERE account = @account AND (not_before IS NULL OR not_before <= @now)
                    ORDER BY priority, newest_ms DESC, id LIMIT @limit
                    """,
                    new
                    {
                        account = account.Name,
                        now,
                        limit,
                    }
                ),
            cancellationToken
        );

    public Task AddAsync(AccountKey account, IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count == 0
            ? Task.CompletedTask
            : database.WriteAsync(
                async session =>
                {
                    await session.RequireConnectedAsync(account);
                    await session.AddWorkAsync(account, items);
                },
                cancellationToken
            );
    }

    public Task<int> HurryAsync(AccountKey account, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await session.RequireConnectedAsync(account);
                return await session.ExecuteAsync(
                    """
                    UPDATE work SET not_before = NULL
                    WHERE account = @account AND attempts > 0 AND not_before IS NOT NULL
                    """,
                    new { account = account.Name }
                );
            },
            cancellationToken
        );

    public Task PostponeAsync(
        AccountKey account,
        WorkItem item,
        DateTimeOffset notBefore,
        string reason,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(item);
        return database.WriteAsync(
            async session =>
            {
                // A new version, so that the same call again finds nothing to postpone.
                var version = await session.ScalarAsync<long>(session.Dialect.NextWorkVersion);
                await session.ExecuteAsync(
                    """
                    UPDATE work SET not_before = @notBefore, attempts = attempts + 1, reason = @reason, version = @version
                    WHERE account = @account AND kind = @Kind AND id = @Id AND version = @held
                    """,
                    new
                    {
                        account = account.Name,
                        item.Kind,
                        item.Id,
                        held = item.Version,
                        notBefore,
                        reason = DbValue.Clean(reason),
                        version,
                    }
                );
            },
            cancellationToken
        );
    }

    public Task CompleteAsync(AccountKey account, WorkItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return database.WriteAsync(session => session.FinishWorkAsync(account, item), cancellationToken);
    }

    public Task<DateTimeOffset?> NextDueAsync(
        AccountKey account,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            async session =>
                await session.ScalarAsync<long?>(
                    "SELECT min(not_before) FROM work WHERE account = @account AND not_before > @now",
                    new { account = account.Name, now }
                )
                    is { } due
                    ? DateTimeOffset.FromUnixTimeMilliseconds(due)
                    : (DateTimeOffset?)null,
            cancellationToken
        );

    public async Task<WorkCounts> CountAsync(
        AccountKey account,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var groups = await database.ReadAsync(
            session =>
                session.QueryAsync<Group>(
                    """
                    SELECT priority, not_before IS NOT NULL AND not_before > @now AS postponed,
                        count(*) AS items, min(not_before) AS next_due_at
                    FROM work WHERE account = @account GROUP BY 1, 2
                    """,
                    new { account = account.Name, now }
                ),
            cancellationToken
        );
        return new WorkCounts(
            Due(WorkPriority.NewApplication),
            Due(WorkPriority.NewPosting),
            Due(WorkPriority.Backfill),
            groups.Where(group => group.Postponed).Sum(group => group.Items),
            groups.Where(group => group.Postponed).Min(group => group.NextDueAt)
        );

        long Due(WorkPriority priority) =>
            groups.Where(group => group.Priority == priority && !group.Postponed).Sum(group => group.Items);
    }

    private sealed class Group
    {
        public WorkPriority Priority { get; set; }

        public bool Postponed { get; set; }

        public long Items { get; set; }

        public DateTimeOffset? NextDueAt { get; set; }
    }
}
