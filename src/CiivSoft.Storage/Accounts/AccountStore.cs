using System.Text;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Accounts;

internal sealed class AccountStore(Database database, SecretBox secrets, StorageOptions options) : IAccountStore
{
    private const string Columns = "name, lever_url, service_user, connected_at, epoch";

    // Every table of ours that has rows of an account.
    private static readonly string[] Tables =
    [
        "activity",
        "effect",
        "decision",
        "arkiive_run",
        "posting_requirement",
        "notice",
        "notice_watch",
        "vector",
        "resume",
        "work",
        "posting",
        "opportunity",
        "contact",
    ];

    // '0' is the character after '/': the half-open range holds exactly the keys that begin with the account's name.
    private const string EraseGrainState = """
        DELETE FROM OrleansStorage WHERE
            GrainIdExtensionString >= 'candidate:' || @account || '/' AND GrainIdExtensionString < 'candidate:' || @account || '0'
            OR GrainIdExtensionString >= 'posting:' || @account || '/' AND GrainIdExtensionString < 'posting:' || @account || '0'
            OR GrainIdExtensionString >= 'index:' || @account || '/' AND GrainIdExtensionString < 'index:' || @account || '0'
        """;

    public async Task<IReadOnlyList<AccountRecord>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<Row>($"SELECT {Columns} FROM account"),
            cancellationToken
        );
        return rows.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row => row.ToRecord()).ToList();
    }

    public async Task<AccountRecord?> FindAsync(AccountKey account, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            session =>
                session.SingleOrDefaultAsync<Row>(
                    $"SELECT {Columns} FROM account WHERE name = @account",
                    new { account = account.Name }
                ),
            cancellationToken
        );
        return row?.ToRecord();
    }

    public async Task<string?> ReadApiKeyAsync(AccountKey account, CancellationToken cancellationToken)
    {
        var box = await database.ReadAsync(
            session =>
                session.ScalarAsync<byte[]>(
                    "SELECT api_key_box FROM account WHERE name = @account",
                    new { account = account.Name }
                ),
            cancellationToken
        );
        return box is null ? null : Encoding.UTF8.GetString(secrets.Open(box, Places.ApiKey(account)));
    }

    public Task SaveAsync(
        AccountKey account,
        Uri leverUrl,
        string serviceUser,
        string apiKey,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(leverUrl);
        ArgumentException.ThrowIfNullOrEmpty(serviceUser);
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        var row = new
        {
            account = account.Name,
            leverUrl = leverUrl.OriginalString,
            serviceUser,
            box = secrets.Seal(Encoding.UTF8.GetBytes(apiKey), Places.ApiKey(account)),
            now,
        };
        return database.WriteDurablyAsync(
            session =>
                session.ExecuteAsync(
                    """
                    INSERT INTO account (name, lever_url, service_user, api_key_box, connected_at, epoch)
                    VALUES (@account, @leverUrl, @serviceUser, @box, @now, 0)
                    ON CONFLICT (name) DO UPDATE SET
                        lever_url = excluded.lever_url, service_user = excluded.service_user, api_key_box = excluded.api_key_box
                    """,
                    row
                ),
            cancellationToken
        );
    }

    public Task<long> TakeEpochAsync(AccountKey account, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var row = new { account = account.Name, cluster = options.Cluster };
                var holder = await session.SingleOrDefaultAsync<HolderRow>(
                    $"SELECT holder FROM account WHERE name = @account {session.Dialect.ForAccountAlone}",
                    row
                );
                if (holder is null)
                {
                    throw AccountGuard.NotConnected(account);
                }

                if (holder.Holder is { } other && other != options.Cluster && await session.IsClusterAliveAsync(other))
                {
                    throw new HeldElsewhereException(account, other);
                }

                return await session.ScalarAsync<long>(
                    "UPDATE account SET epoch = epoch + 1, holder = @cluster WHERE name = @account RETURNING epoch",
                    row
                );
            },
            cancellationToken
        );

    public async Task EraseAsync(AccountKey account, CancellationToken cancellationToken)
    {
        var parameters = new { account = account.Name };
        await database.WriteAsync(
            async session =>
            {
                // The account's row first: from here on writes in flight either finished or find no account.
                await session.ExecuteAsync("DELETE FROM account WHERE name = @account", parameters);
                foreach (var table in Tables)
                {
                    await session.ExecuteAsync($"DELETE FROM {table} WHERE account = @account", parameters);
                }

                await session.ExecuteAsync(EraseGrainState, parameters);
            },
            cancellationToken
        );
        await database.ForgetErasedAsync(everything: true, cancellationToken);
    }

    private sealed class HolderRow
    {
        public string? Holder { get; set; }
    }

    private sealed class Row
    {
        public string Name { get; set; } = "";

        public Uri? LeverUrl { get; set; }

        public string ServiceUser { get; set; } = "";

        public DateTimeOffset ConnectedAt { get; set; }

        public long Epoch { get; set; }

        public AccountRecord ToRecord() =>
            new(
                new AccountKey(Name),
                LeverUrl ?? throw new StorageException($"Account {Name} has no address."),
                ServiceUser,
                ConnectedAt,
                Epoch
            );
    }
}
