using System.Net;
using CiivSoft.Embeddings;
using CiivSoft.Grains.Effects;
using CiivSoft.Notifications;
using CiivSoft.Silo.Telemetry;
using CiivSoft.Storage;

namespace CiivSoft.Silo;

/// <summary>The silo's settings: section <c>CiivSoft</c> of the configuration, or <c>CIIVSOFT__…</c> in the environment.</summary>
internal sealed class SiloSettings
{
    public const string Section = "CiivSoft";

    /// <summary>What this process is there for. The default is everything in one process.</summary>
    public ProcessRole Role { get; set; } = ProcessRole.All;

    /// <summary>Folder of the SQLite database, keys and the admin token. The default is <c>./data</c>.</summary>
    public string Data { get; set; } = "data";

    /// <summary>A PostgreSQL connection string turns the cluster on; null, the default, means one silo on SQLite.</summary>
    public string? Postgres { get; set; }

    /// <summary>
    /// A connection string of a role that may create tables, for migrations alone; the role of <see cref="Postgres"/> is
    /// then granted the rows. Null, the default: the role of <see cref="Postgres"/> migrates.
    /// </summary>
    public string? PostgresOwner { get; set; }

    /// <summary>Whether a silo migrates when it starts. The default is yes; no, where role <c>migrate</c> runs before it.</summary>
    public bool MigrateAtStart { get; set; } = true;

    /// <summary>Folder of the encryption keys, one file a key. The default is <c>keys</c> in the data folder.</summary>
    public string? KeyFolder { get; set; }

    /// <summary>The encryption keys themselves, <c>1:base64;2:base64</c>; wins over <see cref="KeyFolder"/>. Null by default.</summary>
    public string? Keys { get; set; }

    /// <summary>Dashboard, admin API and health on one address. The default is <c>http://127.0.0.1:8080</c>.</summary>
    public string Http { get; set; } = "http://127.0.0.1:8080";

    /// <summary>
    /// The token that the admin API asks for. Null, the default: one is made at start and written to <c>admin-token</c> in
    /// the data folder with mode 600.
    /// </summary>
    public string? AdminToken { get; set; }

    /// <summary>
    /// Whether the silo stops when its standard input ends. For a program that starts it and holds the other end, so that
    /// no silo outlives it, however it ends. The default is no.
    /// </summary>
    public bool StopWithInput { get; set; }

    /// <summary>How writes to Lever are performed.</summary>
    public EffectOptions Effects { get; set; } = new();

    /// <summary>Where the silo listens for other silos and clients.</summary>
    public ClusterSettings Cluster { get; set; } = new();

    /// <summary>Which embedding the matching uses; by default the one that ships.</summary>
    public EmbeddingSettings Embedding { get; set; } = new();

    /// <summary>Traces and metrics for others; all of it off by default.</summary>
    public TelemetrySettings Telemetry { get; set; } = new();

    /// <summary>Whom the installation tells what happens, and how; nobody by default.</summary>
    public NotifySettings Notify { get; set; } = new();

    public bool IsCluster => !string.IsNullOrWhiteSpace(Postgres);

    public bool HoldsGrains => Role is ProcessRole.All or ProcessRole.Silo;

    public bool ServesPages => Role is ProcessRole.All or ProcessRole.Dashboard;

    public StorageOptions Storage =>
        new()
        {
            DataFolder = Data,
            Postgres = Postgres,
            PostgresOwner = PostgresOwner,
            MigrateAtStart = Role == ProcessRole.Migrate || (MigrateAtStart && HoldsGrains),
            KeyFolder = string.IsNullOrWhiteSpace(KeyFolder) ? null : KeyFolder,
            Keys = Keys,
            Cluster = Cluster.Id,
        };

    /// <summary>What is wrong with the settings, naming the one to change; null when they can be used.</summary>
    public string? Problem =>
        Effects.Problem
        ?? Telemetry.Problem
        ?? (HoldsGrains ? Embedding.Problem ?? Notify.Problem : null)
        ?? (
            Role == ProcessRole.Dashboard && !IsCluster
                ? "CiivSoft:Role (CIIVSOFT__ROLE) is dashboard, a client of a cluster, but CiivSoft:Postgres (CIIVSOFT__POSTGRES) "
                    + "is not set. Set it to the cluster's database, or use role all."
                : Cluster.Problem
        );

    public static SiloSettings Read(IConfiguration configuration) =>
        configuration.GetSection(Section).Get<SiloSettings>() ?? new SiloSettings();
}

/// <summary>Section <c>CiivSoft:Cluster</c>.</summary>
internal sealed class ClusterSettings
{
    private const int LastPort = 65535;

    /// <summary>
    /// The cluster's name; silos of one name and one database form one cluster. The default is <c>ciivsoft</c>. Another name
    /// on the same database is another cluster: an account is worked on by one of them.
    /// </summary>
    public string Id { get; set; } = "ciivsoft";

    /// <summary>The default is 11111.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>The default is 30000.</summary>
    public int GatewayPort { get; set; } = 30000;

    /// <summary>
    /// The address that other silos reach this one at, which it listens on: an IP address, or <c>auto</c> for the first
    /// IPv4 address of this host's own name, as in a container. The default is the loopback address.
    /// </summary>
    public string AdvertisedIp { get; set; } = IPAddress.Loopback.ToString();

    public string? Problem =>
        string.IsNullOrWhiteSpace(Id) ? "CiivSoft:Cluster:Id (CIIVSOFT__CLUSTER__ID) is empty; the default is ciivsoft."
        : !IsPort(SiloPort)
            ? $"CiivSoft:Cluster:SiloPort (CIIVSOFT__CLUSTER__SILOPORT) is {SiloPort}; it must be 1 to {LastPort}."
        : !IsPort(GatewayPort)
            ? $"CiivSoft:Cluster:GatewayPort (CIIVSOFT__CLUSTER__GATEWAYPORT) is {GatewayPort}; it must be 1 to {LastPort}."
        : SiloPort == GatewayPort
            ? $"CIIVSOFT__CLUSTER__SILOPORT and CIIVSOFT__CLUSTER__GATEWAYPORT are both {SiloPort}; they must differ."
        : HostAddress.IsUsable(AdvertisedIp) ? null
        : $"CiivSoft:Cluster:AdvertisedIp (CIIVSOFT__CLUSTER__ADVERTISEDIP) is '{AdvertisedIp}'; it must be an IP address or "
            + $"'{HostAddress.Auto}'.";

    private static bool IsPort(int port) => port is > 0 and <= LastPort;
}
