using System.Data.Common;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage;

/// <summary>What Orleans' ADO.NET providers need: the options' <c>Invariant</c> and <c>DataSource</c>.</summary>
public sealed class GrainDatabase
{
    internal GrainDatabase(StorageOptions options, Database database)
    {
        // Orleans knows SQLite by this name alone; it takes the provider of Microsoft.Data.Sqlite for it.
        Invariant = options.IsPostgres ? "Npgsql" : "System.Data.SQLite";
        DataSource = database.Writers;
        SupportsMembership = options.IsPostgres;
    }

    /// <summary><c>Npgsql</c> or <c>System.Data.SQLite</c>.</summary>
    public string Invariant { get; }

    /// <summary>The same source that our own tables are written through, so that on SQLite all writers take turns.</summary>
    public DbDataSource DataSource { get; }

    /// <summary>Whether the cluster's membership can be kept in it; false for SQLite, which serves one silo.</summary>
    public bool SupportsMembership { get; }
}
