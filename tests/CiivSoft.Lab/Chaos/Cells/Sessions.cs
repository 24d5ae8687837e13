using CiivSoft.Lab.Programs;
using Npgsql;

namespace CiivSoft.Lab.Chaos.Cells;

/// <summary>Sessions of our own at a cluster's database.</summary>
internal static class Sessions
{
    public static async Task<NpgsqlConnection> OpenAsOwnerAsync(LabCluster cluster, CancellationToken cancellationToken)
    {
        var text = cluster.Database.ConnectionString("postgres", "owner") + ";Pooling=false";
        var connection = new NpgsqlConnection(text);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public static async Task RunAsync(
        NpgsqlConnection connection,
        string statement,
        CancellationToken cancellationToken
    )
    {
#pragma warning disable CA2100 // Constants of the cells.
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The one number that a statement returns.</summary>
    public static async Task<long> CountAsync(
        NpgsqlConnection connection,
        string statement,
        CancellationToken cancellationToken
    )
    {
#pragma warning disable CA2100 // Constants of the cells.
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellationToken) ?? 0L);
    }
}
