using System.IO.Compression;
using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;
using CiivSoft.Testing;

namespace CiivSoft.Lab.Fixtures;

/// <summary>
/// What a release stored, kept in <c>tests/Fixtures</c> so that every later release is tested to read it: a SQLite file and a
/// dump of PostgreSQL, both gzipped, the encryption key of each, and what the admin API told of it then.
/// </summary>
internal sealed class StoredState(string folder)
{
    public const string KeysFolder = "keys";

    // The write-ahead log belongs to the file: what is only in it is committed.
    private static readonly string[] SqliteFiles = ["ciivsoft.db", "ciivsoft.db-wal"];

    private const string Postgres = "postgres.sql.gz";

    /// <summary>All that were kept, oldest first.</summary>
    public static IReadOnlyList<string> Names =>
        [.. Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    public static string Root { get; } = FindRoot();

    public static StoredState Named(string name) => new(Path.Combine(Root, name));

    public JsonNode Expected(string database) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, $"{database}.json")))!;

    public async Task KeepSqliteAsync(string data, JsonNode expected)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in SqliteFiles.Where(f => File.Exists(Path.Combine(data, f))))
        {
            await CompressAsync(Path.Combine(data, file), Path.Combine(folder, file + ".gz"));
        }

        CopyKeys(Path.Combine(data, KeysFolder), Path.Combine(folder, "sqlite-keys"));
        await File.WriteAllTextAsync(Path.Combine(folder, "sqlite.json"), expected.ToJsonString(Indented));
    }

    public async Task KeepPostgresAsync(LabCluster cluster, JsonNode expected)
    {
        Directory.CreateDirectory(folder);
        var dump = Path.Combine(cluster.Folder, "dump.sql");
        await File.WriteAllTextAsync(dump, await cluster.Database.DumpAsync(LabCluster.DatabaseName));
        await CompressAsync(dump, Path.Combine(folder, Postgres));
        CopyKeys(Path.Combine(cluster.Folder, "data", KeysFolder), Path.Combine(folder, "postgres-keys"));
        await File.WriteAllTextAsync(Path.Combine(folder, "postgres.json"), expected.ToJsonString(Indented));
    }

    /// <summary>Lays the SQLite file and its keys into an empty data folder.</summary>
    public async Task RestoreSqliteAsync(string data)
    {
        Directory.CreateDirectory(data);
        foreach (var name in SqliteFiles.Where(f => File.Exists(Path.Combine(folder, f + ".gz"))))
        {
            await using var packed = new GZipStream(
                File.OpenRead(Path.Combine(folder, name + ".gz")),
                CompressionMode.Decompress
            );
            await using var file = File.Create(Path.Combine(data, name));
            await packed.CopyToAsync(file);
        }

        CopyKeys(Path.Combine(folder, "sqlite-keys"), Path.Combine(data, KeysFolder));
    }

    /// <summary>Fills an empty database, and lays its keys into a data folder.</summary>
    public async Task RestorePostgresAsync(LocalPostgres server, string database, string data)
    {
        await using var packed = new GZipStream(
            File.OpenRead(Path.Combine(folder, Postgres)),
            CompressionMode.Decompress
        );
        using var text = new StreamReader(packed);
        await server.RunSqlAsync(database, await text.ReadToEndAsync());
        CopyKeys(Path.Combine(folder, "postgres-keys"), Path.Combine(data, KeysFolder));
    }

    private static System.Text.Json.JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };

    private static async Task CompressAsync(string from, string to)
    {
        await using var source = File.OpenRead(from);
        await using var packed = new GZipStream(File.Create(to), CompressionLevel.SmallestSize);
        await source.CopyToAsync(packed);
    }

    private static void CopyKeys(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var key in Directory.GetFiles(from, "*.key"))
        {
            File.Copy(key, Path.Combine(to, Path.GetFileName(key)), overwrite: true);
        }
    }

    private static string FindRoot()
    {
        var repository = new DirectoryInfo(AppContext.BaseDirectory);
        while (repository is not null && !File.Exists(Path.Combine(repository.FullName, "CiivSoft.Orleans.sln")))
        {
            repository = repository.Parent;
        }

        return repository is null
            ? throw new InvalidOperationException("The program does not lie in the repository.")
            : Path.Combine(repository.FullName, "tests", "Fixtures");
    }
}
