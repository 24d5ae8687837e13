namespace CiivSoft.Testing;

/// <summary>How a <see cref="LocalPostgres"/> is set up.</summary>
public sealed record LocalPostgresSetup
{
    /// <summary>Where it listens, this machine's loopback or another address of it. The default is 127.0.0.1.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Folder that everybody may write to, where its data are put; null for the system's temporary one.</summary>
    public string? Parent { get; init; }

    /// <summary>Sessions at once. The default is 200.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>Limit of the write-ahead log between checkpoints, in megabytes. The default is PostgreSQL's, 1024.</summary>
    public int MaxWalMegabytes { get; init; } = 1024;
}
