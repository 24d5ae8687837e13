using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CiivSoft.Simulation.Storage;

/// <summary>A command that runs on a kept statement, and gives it back when it is disposed of.</summary>
internal sealed class KeptCommand(SqliteConnection connection, KeptStatements statements) : DbCommand
{
    private SqliteCommand? _statement;

    [AllowNull]
    public override string CommandText
    {
        get => _statement?.CommandText ?? "";
        set
        {
            GiveBack();
            _statement = string.IsNullOrEmpty(value) ? null : statements.Take(value);
        }
    }

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A statement belongs to its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => Statement.Parameters;

    /// <summary>There is one at a time, the connection's own.</summary>
    protected override DbTransaction? DbTransaction { get; set; }

    private SqliteCommand Statement =>
        _statement ?? throw new InvalidOperationException("The command has no text yet.");

    public override void Cancel() { }

    // Memory has no file to rewrite after an erasure, and rewriting would have each kept statement prepared anew.
    public override int ExecuteNonQuery() => CommandText == "VACUUM" ? 0 : Statement.ExecuteNonQuery();

    public override object? ExecuteScalar() => Statement.ExecuteScalar();

    public override void Prepare() { }

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Statement.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        // One that was never disposed of, as when its silo died, is collected with its statement.
        if (disposing)
        {
            GiveBack();
        }

        base.Dispose(disposing);
    }

    private void GiveBack()
    {
        if (_statement is { } statement)
        {
            statements.GiveBack(statement);
            _statement = null;
        }
    }
}
