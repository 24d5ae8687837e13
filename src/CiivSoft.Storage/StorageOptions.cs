namespace CiivSoft.Storage;

/// <summary>Where the product keeps what it knows. The default is SQLite in one folder, for one silo.</summary>
public sealed class StorageOptions
{
    /// <summary>
    /// The folder of the SQLite database and, unless said otherwise, of the keys. The default is <c>./data</c>.
    /// Made with mode 700 when absent. With <see cref="Postgres"/> it holds the keys only.
    /// </summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>
    /// A PostgreSQL connection string. Null, the default, means SQLite in <see cref="DataFolder"/>.
    /// </summary>
    public string? Postgres { get; set; }

    /// <summary>
    /// A connection string of a role that may create tables, for migrations alone. Null means that the role of
    /// <see cref="Postgres"/> migrates. With both set, the role of <see cref="Postgres"/> is granted reading and writing
    /// of rows after each migration and needs no other right.
    /// </summary>
    public string? PostgresOwner { get; set; }

    /// <summary>
    /// Whether a start may migrate. The default is true. False makes a database that is behind an error, for those who
    /// migrate as a step of their own.
    /// </summary>
    public bool MigrateAtStart { get; set; } = true;

    /// <summary>
    /// The folder of the encryption keys, one file a key (<c>0001.key</c>, 32 bytes in base64). The default is
    /// <c>keys</c> inside <see cref="DataFolder"/>; the first key is made when there is none. Keep a copy elsewhere: without
    /// the keys neither the API keys nor the résumé texts can be read.
    /// </summary>
    public string? KeyFolder { get; set; }

    /// <summary>
    /// The keys themselves, <c>1:base64;2:base64</c>, for where secrets come from the environment. Wins over
    /// <see cref="KeyFolder"/>. Null by default.
    /// </summary>
    public string? Keys { get; set; }

    /// <summary>
    /// The name of the cluster that this process belongs to. The default is <c>ciivsoft</c>. Of two clusters on one database
    /// one holds an account, and the other is refused it while the first is alive.
    /// </summary>
    public string Cluster { get; set; } = "ciivsoft";

    internal bool IsPostgres => !string.IsNullOrWhiteSpace(Postgres);

    internal string SqliteFile => Path.Combine(Path.GetFullPath(DataFolder), "ciivsoft.db");

    internal string EffectiveKeyFolder => Path.GetFullPath(KeyFolder ?? Path.Combine(DataFolder, "keys"));
}
