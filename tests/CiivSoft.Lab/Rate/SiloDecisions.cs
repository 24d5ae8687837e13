using System.Globalization;
using CiivSoft.Lab.Programs;
using Npgsql;

namespace CiivSoft.Lab.Rate;

/// <summary>What so many silos decided about applications, with every bit of the scores.</summary>
internal static class SiloDecisions
{
    private const string Decided =
        "SELECT solution, opportunity_id, posting_id, verdict, score FROM decision WHERE opportunity_id IS NOT NULL";

    /// <summary>By solution and application.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        LabCluster cluster,
        CancellationToken cancellationToken
    )
    {
        await using var connection = new NpgsqlConnection(cluster.Postgres);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Decided, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var decisions = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellationToken))
        {
            decisions[$"{rows.GetInt32(0)} {rows.GetString(1)}"] = string.Join(
                ' ',
                Enumerable.Range(2, 3).Select(column => Convert.ToString(rows[column], CultureInfo.InvariantCulture))
            );
        }

        return decisions;
    }

    /// <summary>How many of the first's decisions another made too, and how many of those otherwise.</summary>
    public static (int Compared, int Differ) Compare(
        IReadOnlyDictionary<string, string> first,
        IReadOnlyDictionary<string, string> other
    )
    {
        var both = first.Where(decision => other.ContainsKey(decision.Key)).ToList();
        return (both.Count, both.Count(decision => decision.Value != other[decision.Key]));
    }
}
