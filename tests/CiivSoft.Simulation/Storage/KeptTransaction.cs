using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CiivSoft.Simulation.Storage;

/// <summary>A transaction whose three statements are kept as all others: the library prepares its own each time.</summary>
internal sealed class KeptTransaction : DbTransaction
{
    private readonly SqliteConnection _connection;
    private bool _isOver;

    public KeptTransaction(SqliteConnection connection)
    {
        _connection = connection;
        connection.Execute("BEGIN IMMEDIATE");
    }

    public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

    protected override DbConnection DbConnection => _connection;

    public override void Commit() => End("COMMIT");

    public override void Rollback() => End("ROLLBACK");

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isOver)
        {
            Rollback();
        }

        base.Dispose(disposing);
    }

    private void End(string statement)
    {
        _connection.Execute(statement);
        _isOver = true;
    }
}
