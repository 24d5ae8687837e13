using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Activity;

internal sealed class ActivityStore(Database database) : IActivityStore
{
    public Task AddAsync(AccountKey account, IReadOnlyList<ActivityRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Count == 0
            ? Task.CompletedTask
            : database.WriteAsync(
                async session =>
                {
                    await session.RequireConnectedAsync(account);
                    await session.AddActivityAsync(account, rows);
                },
                cancellationToken
            );
    }

    public async Task<IReadOnlyList<ActivityRow>> ReadAsync(
        AccountKey account,
        long afterSequence,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var end = await database.Dialect.EndOfLogAsync(database, account.Name, cancellationToken);
        return await database.ReadAsync(
            session =>
                session.QueryAsync<ActivityRow>(
                    """
                    SELECT sequence, at, kind, solution, opportunity_id, contact_id, posting_id, decision_id, message
                    FROM activity WHERE account = @account AND sequence > @afterSequence AND sequence <= @end
                    ORDER BY sequence LIMIT @limit
                    """,
                    new
                    {
                        account = account.Name,
                        afterSequence,
                        end,
                        limit,
                    }
                ),
            cancellationToken
        );
    }
}

/// <summary>Writes lines of the activity log as part of a larger commit.</summary>
internal static class ActivityWriting
{
    private const string Insert = """
        INSERT INTO activity
            (account, at, kind, solution, opportunity_id, contact_id, posting_id, decision_id, message, line_hash)
        VALUES
            (@Account, @At, @Kind, @Solution, @OpportunityId, @ContactId, @PostingId, @DecisionId, @Message, @LineHash)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Adds lines; call it last in a commit, because on PostgreSQL readers of the log wait for what follows.</summary>
    public static async Task AddActivityAsync(this Session session, AccountKey account, IReadOnlyList<ActivityRow> rows)
    {
        if (rows.Count > 0)
        {
            await session.Dialect.JoinLogAsync(session, account.Name);
            await session.RunManyAsync(
                Insert,
                rows.Select(row => new object[] { row, new { Account = account.Name, LineHash = HashOf(row) } })
            );
        }
    }

    private static byte[] HashOf(ActivityRow row) =>
        SHA256
            .HashData(
                Encoding.UTF8.GetBytes(
                    JsonSerializer.Serialize(
                        new object?[]
                        {
                            row.At.ToUnixTimeMilliseconds(),
                            row.Kind,
                            row.Solution,
                            row.OpportunityId,
                            row.ContactId,
                            row.PostingId,
                            row.DecisionId,
                            row.Message,
                        }
                    )
                )
            )
            .AsSpan(0, 16)
            .ToArray();
}
