using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CiivSoft.Simulation.Storage;

/// <summary>Statements of one connection that are prepared already: preparing them took longer than running them.</summary>
internal sealed class KeptStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Stack<SqliteCommand>> _free = new(StringComparer.Ordinal);

    [SuppressMessage("Security", "CA2100", Justification = "Statements are the stores' own; values are parameters.")]
    public SqliteCommand Take(string text)
    {
        if (!_free.TryGetValue(text, out var free) || !free.TryPop(out var kept))
        {
            return new SqliteCommand(text, connection);
        }

        // A command whose results were not read to their end, as of a scalar, does not keep its statements by itself.
        kept.Prepare();
        return kept;
    }

    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (!_free.TryGetValue(command.CommandText, out var free))
        {
            free = new Stack<SqliteCommand>();
            _free.Add(command.CommandText, free);
        }

        free.Push(command);
    }

    public void Dispose()
    {
        foreach (var command in _free.Values.SelectMany(f => f))
        {
            command.Dispose();
        }
    }
}
