using System.Net;
using CiivSoft.Grains.Effects;

namespace CiivSoft.Silo;

/// <summary>The silo's settings: section <c>CiivSoft</c> of the configuration, or <c>CIIVSOFT__…</c> in the environment.</summary>
internal sealed class SiloSettings
{
    public const string Section = "CiivSoft";

    /// <summary>Folder of the SQLite database, keys and the admin token. The default is <c>./data</c>.</summary>
    public string Data { get; set; } = "data";

    /// <summary>A PostgreSQL connection string turns the cluster on; null, the default, means one silo on SQLite.</summary>
    public string? Postgres { get; set; }

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

    public static SiloSettings Read(IConfiguration configuration) =>
        configuration.GetSection(Section).Get<SiloSettings>() ?? new SiloSettings();
}

/// <summary>Section <c>CiivSoft:Cluster</c>.</summary>
internal sealed class ClusterSettings
{
    /// <summary>The default is 11111.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>The default is 30000.</summary>
    public int GatewayPort { get; set; } = 30000;

    /// <summary>The address that other silos reach this one at. The default is the loopback address.</summary>
    public string AdvertisedIp { get; set; } = IPAddress.Loopback.ToString();
}
