using System.Buffers.Binary;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Encryption;

/// <summary>
/// Seals with the key in use what an older one sealed: in steps, while everybody works. A value that is written meanwhile is
/// left as it is, since its writer sealed it, and a step that is repeated finds less to do.
/// </summary>
internal sealed class Resealing(Database database, SecretBox secrets)
{
    private const int Rows = 200;

    private int _column;
    private string _account = "";
    private string _id = "";

    /// <summary>Whether the pass that is under way left out a value, because it could not be opened or changed meanwhile.</summary>
    public bool HasLeftOut { get; private set; }

    /// <summary>Begins a new pass.</summary>
    public void Restart() => (_column, _account, _id, HasLeftOut) = (0, "", "", false);

    /// <summary>One step. False when the pass is over.</summary>
    public async Task<bool> StepAsync(int key, CancellationToken cancellationToken)
    {
        if (_column == SealedColumn.All.Count)
        {
            return false;
        }

        var column = SealedColumn.All[_column];
        var rows = await FindAsync(column, key, cancellationToken);
        if (rows.Count > 0)
        {
            await SealAgainAsync(column, rows, cancellationToken);
        }

        if (rows.Count == Rows)
        {
            (_account, _id) = (rows[^1].Account, rows[^1].Id);
        }
        else
        {
            (_column, _account, _id) = (_column + 1, "", "");
        }

        return true;
    }

    /// <summary>How many values each key seals.</summary>
    public async Task<IReadOnlyDictionary<int, long>> CountAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<int, long>();
        foreach (var column in SealedColumn.All)
        {
            var groups = await database.ReadAsync(
                session =>
                    session.QueryAsync<Group>(
                        $"""
                        SELECT substr({column.Box}, 2, 4) AS key_id, count(*) AS items FROM {column.Table}
                        WHERE {column.Box} IS NOT NULL GROUP BY 1
                        """
                    ),
                cancellationToken
            );
            foreach (var group in groups.Where(g => g.KeyId.Length == sizeof(int)))
            {
                var id = BinaryPrimitives.ReadInt32BigEndian(group.KeyId);
                counts[id] = counts.GetValueOrDefault(id) + group.Items;
            }
        }

        return counts;
    }

    private Task<IReadOnlyList<Row>> FindAsync(SealedColumn column, int key, CancellationToken cancellationToken)
    {
        var number = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(number, key);
        return database.ReadAsync(
            session =>
                session.QueryAsync<Row>(
                    $"""
                    SELECT {column.Account} AS account, {column.Id} AS id, {column.Box} AS box FROM {column.Table}
                    WHERE {column.Box} IS NOT NULL AND substr({column.Box}, 2, 4) <> @number
                        AND ({column.Account}, {column.Id}) > (@account, @id)
                    ORDER BY {column.Account}, {column.Id} LIMIT {Rows}
                    """,
                    new
                    {
                        number,
                        account = _account,
                        id = _id,
                    }
                ),
            cancellationToken
        );
    }

    private async Task SealAgainAsync(SealedColumn column, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var changes = new List<object[]>(rows.Count);
        foreach (var row in rows)
        {
            try
            {
                var place = column.Place(new AccountKey(row.Account), row.Id);
                changes.Add([row, new { NewBox = secrets.Seal(secrets.Open(row.Box, place), place) }]);
            }
            catch (StorageException)
            {
                // Damaged, or its key is gone: it stays as it is and is counted as sealed with the old key.
                HasLeftOut = true;
            }
        }

        var changed = await database.WriteAsync(
            session =>
                session.RunManyAsync(
                    $"""
                    UPDATE {column.Table} SET {column.Box} = @NewBox
                    WHERE {column.Account} = @Account AND {column.Id} = @Id AND {column.Box} = @Box
                    RETURNING {column.Id}
                    """,
                    changes
                ),
            cancellationToken
        );
        HasLeftOut |= changed.Count < changes.Count;
    }

    private sealed class Row
    {
        public string Account { get; set; } = "";

        public string Id { get; set; } = "";

        public byte[] Box { get; set; } = [];
    }

    private sealed class Group
    {
        public byte[] KeyId { get; set; } = [];

        public long Items { get; set; }
    }
}
