using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Work;

namespace CiivSoft.Storage.Reading;

/// <summary>What waits in an account, for metrics. Reads only.</summary>
public sealed class GaugeQueries
{
    // Two halves with the words of two partial indexes: what is done, which is most of the table, is not read.
    private const string Open = """
        SELECT state, count(*) AS items, min(coalesce(sent_at, planned_at)) AS since
        FROM effect WHERE account = @account AND state IN (0, 2) AND state = 0 GROUP BY state
        UNION ALL
        SELECT state, count(*), min(coalesce(sent_at, planned_at))
        FROM effect WHERE account = @account AND state IN (1, 2, 4, 5) AND state <> 5 GROUP BY state
        """;

    private readonly Database _database;
    private readonly IWorkStore _work;

    internal GaugeQueries(Database database, IWorkStore work) => (_database, _work) = (database, work);

    /// <summary>The work that waits, and effects that are planned, sending, unknown or blocked.</summary>
    public async Task<WaitingCounts> ReadAsync(
        AccountKey account,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var work = await _work.CountAsync(account, now, cancellationToken);
        var rows = await _database.ReadAsync(
            session => session.QueryAsync<Row>(Open, new { account = account.Name }),
            cancellationToken
        );
        return new WaitingCounts(
            work,
            rows.ToDictionary(row => row.State, row => row.Items),
            rows.FirstOrDefault(row => row.State == EffectState.Unknown)?.Since
        );
    }

    private sealed class Row
    {
        public EffectState State { get; set; }

        public long Items { get; set; }

        public DateTimeOffset? Since { get; set; }
    }
}

/// <summary>What waits in an account.</summary>
/// <param name="Work">The backlog.</param>
/// <param name="Effects">Effects that are planned, sending, unknown or blocked; a state without any is absent.</param>
/// <param name="OldestUnknown">When the oldest effect of unknown outcome was sent; null when there is none.</param>
public sealed record WaitingCounts(
    WorkCounts Work,
    IReadOnlyDictionary<EffectState, long> Effects,
    DateTimeOffset? OldestUnknown
);
