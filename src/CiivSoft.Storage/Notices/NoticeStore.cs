using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Notifications;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Notices;

internal sealed class NoticeStore(Database database) : INoticeStore
{
    private const string Columns =
        "notice_id, channel, type, body, state, attempts, not_before, planned_at, settled_at, reason";

    private const string Insert = $"""
        INSERT INTO notice (account, {Columns})
        VALUES (@Account, @NoticeId, @Channel, @Type, @Body, @State, @Attempts, @NotBefore, @PlannedAt, @SettledAt, @Reason)
        ON CONFLICT DO NOTHING
        RETURNING notice_id
        """;

    // What is settled was sent before, and hardly a day before: the index of what was sent finds it.
    private const string Written = """
        account = @account AND sent_at IS NOT NULL AND kind <> 2 AND sent_at >= @sentFrom
            AND kind IN (0, 1, 3) AND state = 3 AND settled_at >= @from AND settled_at < @until
        """;

    // In the words of the index of what somebody may have to look at.
    private const string Failed = "account = @account AND state IN (1, 2, 4, 5) AND state = 5";

    public Task<IReadOnlyList<NoticeWatch>> WatchesAsync(AccountKey account, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.QueryAsync<NoticeWatch>(
                    "SELECT code, value, since, gone_at FROM notice_watch WHERE account = @account ORDER BY code",
                    new { account = account.Name }
                ),
            cancellationToken
        );

    public Task<int> TakeAsync(
        AccountKey account,
        long epoch,
        IReadOnlyList<WatchStep> steps,
        DateTimeOffset forgetBefore,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(steps);
        return steps.Count == 0
            ? Task.FromResult(0)
            : database.WriteAsync(
                async session =>
                {
                    await session.RequireEpochAsync(account, epoch);
                    await session.ExecuteAsync(
                        "DELETE FROM notice WHERE account = @account AND settled_at < @forgetBefore",
                        new { account = account.Name, forgetBefore }
                    );
                    var planned = 0;
                    foreach (var step in steps)
                    {
                        planned += await TakeStepAsync(session, account, step);
                    }

                    return planned;
                },
                cancellationToken
            );
    }

    public Task<IReadOnlyList<NoticeRow>> DueAsync(
        AccountKey account,
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.QueryAsync<NoticeRow>(
                    $"""
                    SELECT {Columns} FROM notice
                    WHERE account = @account AND state = 0 AND (not_before IS NULL OR not_before <= @now)
                    ORDER BY planned_at, notice_id, channel LIMIT @limit
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

    public Task SettleAsync(AccountKey account, NoticeRow notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return database.WriteAsync(
            session =>
                session.ExecuteAsync(
                    """
                    UPDATE notice SET state = @State, attempts = @Attempts, not_before = @NotBefore, settled_at = @SettledAt,
                        reason = @Reason
                    WHERE account = @account AND notice_id = @NoticeId AND channel = @Channel AND state = 0
                    """,
                    new
                    {
                        account = account.Name,
                        notice.NoticeId,
                        notice.Channel,
                        notice.State,
                        notice.Attempts,
                        notice.NotBefore,
                        notice.SettledAt,
                        notice.Reason,
                    }
                ),
            cancellationToken
        );
    }

    public Task CloseAsync(
        AccountKey account,
        NoticeChannel channel,
        NoticeWatch watch,
        string reason,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(watch);
        return database.WriteAsync(
            async session =>
            {
                await session.RequireConnectedAsync(account);
                await session.ExecuteAsync(
                    """
                    UPDATE notice SET state = 2, settled_at = @Since, reason = @reason
                    WHERE account = @account AND channel = @channel AND state = 0
                    """,
                    new
                    {
                        account = account.Name,
                        channel,
                        watch.Since,
                        reason,
                    }
                );
                await session.ExecuteAsync(
                    """
                    INSERT INTO notice_watch (account, code, value, since) VALUES (@account, @Code, @Value, @Since)
                    ON CONFLICT (account, code) DO UPDATE SET value = excluded.value, since = excluded.since
                    """,
                    new
                    {
                        account = account.Name,
                        watch.Code,
                        watch.Value,
                        watch.Since,
                    }
                );
            },
            cancellationToken
        );
    }

    public Task<long> CountFailedAsync(AccountKey account, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session =>
                session.ScalarAsync<long>(
                    $"SELECT count(*) FROM effect WHERE {Failed} AND settled_at >= @since",
                    new { account = account.Name, since }
                ),
            cancellationToken
        );

    public Task<DayFigures> FiguresAsync(
        AccountKey account,
        DateTimeOffset from,
        DateTimeOffset until,
        int postings,
        CancellationToken cancellationToken
    )
    {
        var span = new
        {
            account = account.Name,
            from,
            until,
            sentFrom = from.AddDays(-1),
            postings,
        };
        return database.ReadAsync(
            async session => new DayFigures(
                await session.QueryAsync<WrittenCount>(
                    $"SELECT solution, kind, count(*) AS effects FROM effect WHERE {Written} GROUP BY solution, kind",
                    span
                ),
                await session.QueryAsync<PostingCount>(
                    $"""
                    SELECT e.posting_id, CASE WHEN p.is_confidential THEN NULL ELSE p.title END AS title, e.effects
                    FROM (SELECT posting_id, count(*) AS effects FROM effect
                        WHERE {Written} AND posting_id IS NOT NULL GROUP BY posting_id) e
                    LEFT JOIN posting p ON p.account = @account AND p.posting_id = e.posting_id
                    ORDER BY e.effects DESC, e.posting_id LIMIT @postings
                    """,
                    span
                ),
                await session.ScalarAsync<long>(
                    $"SELECT count(*) FROM effect WHERE {Failed} AND settled_at >= @from AND settled_at < @until",
                    span
                )
            ),
            cancellationToken
        );
    }

    private static async Task<int> TakeStepAsync(Session session, AccountKey account, WatchStep step)
    {
        if (!await MoveAsync(session, account, step))
        {
            return 0;
        }

        var planned = await session.RunManyAsync(
            Insert,
            step.Notices.Select(n => new object[] { n, new { Account = account.Name } })
        );
        return planned.Count;
    }

    // Compared with what it was decided on: of two that decide on the same, one moves it.
    private static async Task<bool> MoveAsync(Session session, AccountKey account, WatchStep step)
    {
        const string Standing = "account = @account AND code = @Code AND value = @oldValue AND since = @oldSince";
        var parameters = new
        {
            account = account.Name,
            step.Code,
            value = step.After?.Value,
            since = step.After?.Since,
            goneAt = step.After?.GoneAt,
            oldValue = step.Before?.Value,
            oldSince = step.Before?.Since,
        };
        var sql = (step.Before, step.After) switch
        {
            (null, null) => throw new ArgumentException($"The step of {step.Code} is none.", nameof(step)),
            (null, _) => """
                INSERT INTO notice_watch (account, code, value, since, gone_at)
                VALUES (@account, @Code, @value, @since, @goneAt) ON CONFLICT DO NOTHING
                """,
            (_, null) => $"DELETE FROM notice_watch WHERE {Standing}",
            _ => $"UPDATE notice_watch SET value = @value, since = @since, gone_at = @goneAt WHERE {Standing}",
        };
        return await session.ExecuteAsync(sql, parameters) == 1;
    }
}
