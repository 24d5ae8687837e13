using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Requirements;

internal sealed class RequirementStore(Database database) : IRequirementStore
{
    private const string Columns = "posting_id, version, edited_by, edited_at, posting_hash, summary";

    public Task<bool> TryAddAsync(
        AccountKey account,
        RequirementEditRow edit,
        ActivityRow line,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(line);
        return database.WriteAsync(
            async session =>
            {
                await session.RequireConnectedAsync(account);
                var added = await session.RunManyAsync(
                    $"""
                    INSERT INTO posting_requirement (account, {Columns}, list_json)
                    VALUES (@Account, @PostingId, @Version, @EditedBy, @EditedAt, @PostingHash, @Summary, @ListJson)
                    ON CONFLICT DO NOTHING
                    RETURNING version
                    """,
                    [
                        [edit, new { Account = account.Name }],
                    ]
                );
                if (added.Count > 0)
                {
                    await session.AddActivityAsync(account, [line]);
                }

                return added.Count > 0;
            },
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<RequirementEditRow>> HistoryAsync(
        AccountKey account,
        string postingId,
        int limit,
        CancellationToken cancellationToken
    ) =>
        await database.ReadAsync(
            session =>
                session.QueryAsync<RequirementEditRow>(
                    $"""
                    SELECT {Columns}, CASE WHEN version = (
                        SELECT max(n.version) FROM posting_requirement n
                        WHERE n.account = @account AND n.posting_id = @postingId) THEN list_json END AS list_json
                    FROM posting_requirement WHERE account = @account AND posting_id = @postingId
                    ORDER BY version DESC LIMIT @limit
                    """,
                    new
                    {
                        account = account.Name,
                        postingId,
                        limit,
                    }
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<RequirementEditRow>> NewestAsync(
        AccountKey account,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.QueryAsync<RequirementEditRow>(
                    $"""
                    SELECT {Columns}, list_json FROM posting_requirement
                    WHERE account = @account AND version = (
                        SELECT max(n.version) FROM posting_requirement n
                        WHERE n.account = posting_requirement.account AND n.posting_id = posting_requirement.posting_id)
                    """,
                    new { account = account.Name }
                ),
            cancellationToken
        );

    public Task<long> CountStaleAsync(
        AccountKey account,
        string postingId,
        int version,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.ScalarAsync<long>(
                    """
                    SELECT count(*) FROM decision
                    WHERE account = @account AND posting_id = @postingId AND requirements_version <> @version
                        AND generation = (
                            SELECT max(n.generation) FROM decision n
                            WHERE n.account = decision.account AND n.solution = decision.solution
                                AND n.subject = decision.subject)
                    """,
                    new
                    {
                        account = account.Name,
                        postingId,
                        version,
                    }
                ),
            cancellationToken
        );
}
