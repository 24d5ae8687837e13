using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CiivSoft.Storage.Databases;

/// <summary>
/// A connection that waits for its turn before it opens. SQLite has one writer at a time, and Microsoft.Data.Sqlite waits for
/// it by sleeping on the caller's thread, which in a silo is a grain's; here the wait is an await.
/// </summary>
internal sealed class GatedSqliteConnection(string connectionString, SemaphoreSlim gate, string pragmas)
    : SqliteConnection(connectionString)
{
    private bool _holdsGate;

    public override void Open()
    {
        if (!_holdsGate)
        {
            gate.Wait();
            _holdsGate = true;
        }

        OpenInside();
    }

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (!_holdsGate)
        {
            await gate.WaitAsync(cancellationToken);
            _holdsGate = true;
        }

        OpenInside();
    }

    public override void Close()
    {
        try
        {
            base.Close();
        }
        finally
        {
            Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            base.Dispose(disposing);
        }
        finally
        {
            Release();
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "The pragmas are constants of the data source.")]
    private void OpenInside()
    {
        try
        {
            base.Open();
            using var command = CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
        }
        catch
        {
            // A connection that failed to open is not closed by its owner, so the turn must be given back here.
            Close();
            throw;
        }
    }

    private void Release()
    {
        if (_holdsGate)
        {
            _holdsGate = false;
            gate.Release();
        }
    }
}
