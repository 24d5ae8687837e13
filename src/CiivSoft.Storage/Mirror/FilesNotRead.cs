using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Work;

namespace CiivSoft.Storage.Mirror;

/// <summary>What a person decides about résumé files that gave no text.</summary>
public sealed class FilesNotRead
{
    // Those of ResumeStatuses.MayBeReadLater.
    private const string Retry = """
        UPDATE contact SET resume_status = 0, resume_id = NULL, resume_hash = NULL, resume_look = NULL, wait_until = NULL,
            resume_given_up = NULL
        WHERE account = @account AND resume_status IN (4, 5, 6, 8) AND {0}
        """;

    private const string GiveUp = """
        UPDATE contact SET resume_given_up = coalesce(resume_id, '')
        WHERE account = @account AND resume_status > 3 AND resume_given_up IS DISTINCT FROM coalesce(resume_id, '') AND {0}
        """;

    private readonly Database _database;

    internal FilesNotRead(Database database) => _database = database;

    /// <summary>
    /// Forgets that the files of these people were looked at, and queues the work that looks again, in one transaction. Returns
    /// how many people that concerned: those whose file another look can do something for.
    /// </summary>
    /// <exception cref="FencedException">The epoch is not the newest; nothing was written.</exception>
    public Task<int> RetryAsync(
        AccountKey account,
        long epoch,
        IReadOnlyCollection<string> contactIds,
        IReadOnlyList<WorkItem> work,
        CancellationToken cancellationToken
    ) =>
        _database.WriteAsync(
            async session =>
            {
                var retried = await RunAsync(session, Retry, account, epoch, contactIds);
                await session.AddWorkAsync(account, work);
                return retried;
            },
            cancellationToken
        );

    /// <summary>Takes the files of these people off the list; a newer file that cannot be read is listed again. Returns how many.</summary>
    /// <exception cref="FencedException">The epoch is not the newest; nothing was written.</exception>
    public Task<int> GiveUpAsync(
        AccountKey account,
        long epoch,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    ) => _database.WriteAsync(session => RunAsync(session, GiveUp, account, epoch, contactIds), cancellationToken);

    private static async Task<int> RunAsync(
        Session session,
        string statement,
        AccountKey account,
        long epoch,
        IReadOnlyCollection<string> contactIds
    )
    {
        await session.RequireEpochAsync(account, epoch);
        return await session.ExecuteAsync(
            statement.Replace("{0}", session.Dialect.In("contact_id", "@ids"), StringComparison.Ordinal),
            new { account = account.Name, ids = session.Dialect.List(contactIds) }
        );
    }
}
