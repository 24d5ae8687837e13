using CiivSoft.Testing;

namespace CiivSoft.Lab.Programs;

/// <summary>What a cluster of the lab is made of.</summary>
internal sealed record ClusterSetup
{
    /// <summary>Keys and data go to <c>data</c> in it, logs to <c>logs</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>How many silos are started at once. The default is 3.</summary>
    public int Silos { get; init; } = 3;

    /// <summary>How long unknown outcomes rest.</summary>
    public required TimeSpan Grace { get; init; }

    /// <summary>Settings of every process, by their variables.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The place of a silo by its number, counted from 1; of migration and dashboard by 0.</summary>
    public Func<int, LabPlace> PlaceOf { get; init; } = _ => LabPlace.Here;

    /// <summary>This machine's address at which the silos reach Lever.</summary>
    public string LeverAddress { get; init; } = LabPlace.Here.Address;

    /// <summary>
    /// Whether each silo serves pages and admin API too, for those whose own word is asked. The default is no, as
    /// <c>docker-compose.yml</c> and the Kubernetes manifests start them: the dashboard is a process of its own.
    /// </summary>
    public bool SilosHavePages { get; init; }

    public LocalPostgresSetup Postgres { get; init; } = new();
}
