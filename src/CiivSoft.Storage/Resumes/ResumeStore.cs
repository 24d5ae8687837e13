using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Resumes;

internal sealed class ResumeStore(Database database, TextBox texts) : IResumeStore
{
    public async Task<IReadOnlyList<ResumeRecord>> LoadAsync(
        AccountKey account,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(contactIds);
        var rows = await database.ReadAsync(
            session =>
                session.QueryAsync<Row>(
                    $"""
                    SELECT contact_id, text_box, hash, source, warnings_json, read_at
                    FROM resume WHERE account = @account AND {session.Dialect.In("contact_id", "@ids")}
                    """,
                    new { account = account.Name, ids = session.Dialect.List(contactIds) }
                ),
            cancellationToken
        );
        return rows.Select(row => row.ToRecord(account, texts)).ToList();
    }

    public async Task<IReadOnlyList<VectorRecord>> LoadVectorsAsync(
        AccountKey account,
        string modelVersion,
        IReadOnlyCollection<string> contactIds,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(contactIds);
        var rows = await database.ReadAsync(
            session =>
                session.QueryAsync<VectorRow>(
                    $"""
                    SELECT contact_id, numbers FROM vector
                    WHERE account = @account AND model_version = @modelVersion
                        AND {session.Dialect.In("contact_id", "@ids")}
                    """,
                    new
                    {
                        account = account.Name,
                        modelVersion,
                        ids = session.Dialect.List(contactIds),
                    }
                ),
            cancellationToken
        );
        return rows.Select(row => new VectorRecord(row.ContactId, modelVersion, ToFloats(row.Numbers))).ToList();
    }

    public async IAsyncEnumerable<VectorRecord> StreamVectorsAsync(
        AccountKey account,
        string modelVersion,
        int shard,
        int shards,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shards);
        ArgumentOutOfRangeException.ThrowIfNegative(shard);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shard, shards);
        await using var connection = await database.Readers.OpenConnectionAsync(cancellationToken);
        var session = new Session(connection, transaction: null, database.Dialect, cancellationToken);
        await using var reader = await session.ReaderAsync(
            """
            SELECT contact_id, numbers FROM vector
            WHERE account = @account AND model_version = @modelVersion AND shard_hash % @shards = @shard
            """,
            new
            {
                account = account.Name,
                modelVersion,
                shard,
                shards,
            }
        );
        while (await reader.ReadAsync(cancellationToken))
        {
            var numbers = await reader.GetFieldValueAsync<byte[]>(1, cancellationToken);
            yield return new VectorRecord(reader.GetString(0), modelVersion, ToFloats(numbers));
        }
    }

    public Task<IReadOnlyList<string>> OutdatedAsync(
        AccountKey account,
        string modelVersion,
        int shard,
        int shards,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.QueryAsync<string>(
                    """
                    SELECT contact_id FROM vector
                    WHERE account = @account AND model_version <> @modelVersion AND shard_hash % @shards = @shard
                    LIMIT @limit
                    """,
                    new
                    {
                        account = account.Name,
                        modelVersion,
                        shard,
                        shards,
                        limit,
                    }
                ),
            cancellationToken
        );

    public Task ReplaceOutdatedAsync(
        AccountKey account,
        IReadOnlyCollection<VectorRecord> vectors,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return database.WriteAsync(session => session.ReplaceOutdatedVectorsAsync(account, vectors), cancellationToken);
    }

    private static float[] ToFloats(byte[] numbers) => MemoryMarshal.Cast<byte, float>(numbers).ToArray();

    private sealed class Row
    {
        public string ContactId { get; set; } = "";

        public byte[] TextBox { get; set; } = [];

        public string Hash { get; set; } = "";

        public string Source { get; set; } = "";

        public string WarningsJson { get; set; } = "";

        public DateTimeOffset ReadAt { get; set; }

        public ResumeRecord ToRecord(AccountKey account, TextBox texts)
        {
            var (person, text) = ResumeText.Split(texts.Open(TextBox, Places.Resume(account, ContactId)));
            return new ResumeRecord
            {
                ContactId = ContactId,
                Text = text,
                PersonJson = person,
                Hash = Hash,
                Source = Source,
                WarningsJson = WarningsJson,
                ReadAt = ReadAt,
            };
        }
    }

    private sealed class VectorRow
    {
        public string ContactId { get; set; } = "";

        public byte[] Numbers { get; set; } = [];
    }
}
