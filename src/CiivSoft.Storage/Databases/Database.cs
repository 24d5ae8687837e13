using System.Data.Common;
using System.Runtime.CompilerServices;

namespace CiivSoft.Storage.Databases;

/// <summary>Runs the stores' work: one call to <see cref="WriteAsync{T}"/> is one transaction and one commit.</summary>
internal sealed class Database(Dialect dialect, DbDataSource writers, DbDataSource readers, StorageMetrics metrics)
    : IAsyncDisposable
{
    private const int Attempts = 4;

    public Dialect Dialect => dialect;

    public DbDataSource Writers => writers;

    public DbDataSource Readers => readers;

    /// <summary>
    /// Runs the work and commits. After a deadlock the work is run again from its start, so it must not have effects outside
    /// the session.
    /// </summary>
    public Task<T> WriteAsync<T>(
        Func<Session, Task<T>> work,
        CancellationToken cancellationToken,
        [CallerMemberName] string operation = ""
    ) => CommitAsync(work, isDurable: false, operation, cancellationToken);

    /// <summary>
    /// The same, and when it returns a power loss cannot take the commit away, nor any before it. For what must be on disk
    /// before something outside is done: the intents of effects. Every commit survives the end of the process.
    /// </summary>
    public Task<T> WriteDurablyAsync<T>(
        Func<Session, Task<T>> work,
        CancellationToken cancellationToken,
        [CallerMemberName] string operation = ""
    ) => CommitAsync(work, isDurable: true, operation, cancellationToken);

    private async Task<T> CommitAsync<T>(
        Func<Session, Task<T>> work,
        bool isDurable,
        string operation,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await WriteOnceAsync(work, isDurable, cancellationToken);
                metrics.Committed(operation);
                return result;
            }
            catch (DbException exception) when (dialect.IsConflict(exception) && attempt < Attempts)
            {
                metrics.Retried(operation);
            }
            catch (DbException exception)
            {
                throw Translate(exception, operation);
            }
        }
    }

    public Task WriteAsync(
        Func<Session, Task> work,
        CancellationToken cancellationToken,
        [CallerMemberName] string operation = ""
    ) =>
        WriteAsync(
            async session =>
            {
                await work(session);
                return true;
            },
            cancellationToken,
            operation
        );

    public async Task<T> ReadAsync<T>(
        Func<Session, Task<T>> work,
        CancellationToken cancellationToken,
        [CallerMemberName] string operation = ""
    )
    {
        try
        {
            await using var connection = await readers.OpenConnectionAsync(cancellationToken);
            return await work(new Session(connection, transaction: null, dialect, cancellationToken));
        }
        catch (DbException exception)
        {
            throw Translate(exception, operation);
        }
    }

    /// <summary>After rows were erased and committed: makes the database let go of their bytes too.</summary>
    /// <param name="everything">Whether so much went that rewriting the whole file is worth it.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="StorageException">Readers were in the way; the erasure must be repeated.</exception>
    public async Task ForgetErasedAsync(bool everything, CancellationToken cancellationToken)
    {
        try
        {
            await dialect.ForgetErasedAsync(writers, everything, cancellationToken);
        }
        catch (DbException exception)
        {
            throw Translate(exception, "Erasing");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await readers.DisposeAsync();
        await writers.DisposeAsync();
    }

    public StorageException Translate(DbException exception, string operation)
    {
        var isTransient = dialect.IsTransient(exception);
        metrics.Failed(operation, isTransient);
        return new($"{operation} failed in the database: {exception.Message}", exception, isTransient);
    }

    private async Task<T> WriteOnceAsync<T>(
        Func<Session, Task<T>> work,
        bool isDurable,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await writers.OpenConnectionAsync(cancellationToken);
        if (isDurable)
        {
            await dialect.MakeDurableAsync(connection, cancellationToken);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(new Session(connection, transaction, dialect, cancellationToken));
        // Not cancelled half way: a commit whose answer is thrown away leaves the caller not knowing.
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }
}
