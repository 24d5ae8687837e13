using CiivSoft.Silo.Membership;
using CiivSoft.Storage;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace CiivSoft.Silo;

/// <summary>Wires Orleans to the storage: grain state and reminders in it, membership too where it serves several silos.</summary>
internal static class ClusterOrleans
{
    /// <summary>Grain state and reminders belong to the service, whatever cluster works on them. Never changed.</summary>
    public const string ServiceId = "ciivsoft";

    // A call in flight to a silo that died waits for this long: grain methods are short, longer ones say so themselves.
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan GatewayRefresh = TimeSpan.FromSeconds(5);

    // Less than the host gives to all of its parts when it stops.
    private static readonly TimeSpan DeactivationTimeout = TimeSpan.FromSeconds(8);

    // Where grains live. Orleans' default of a million reserves 18 MB at start; people come and go one after the other.
    private const int RememberedGrains = 20_000;

    public static void UseSilo(this WebApplicationBuilder builder, SiloSettings settings) =>
        builder.Host.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(o => Name(o, settings));
            silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = ResponseTimeout);
            silo.Configure<GrainDirectoryOptions>(o => o.CacheSize = RememberedGrains);
            silo.Configure<GrainCollectionOptions>(o => o.DeactivationTimeout = DeactivationTimeout);
            UseMembership(silo, settings);
            silo.AddAdoNetGrainStorageAsDefault(options =>
                options.Configure<GrainDatabase>(
                    (o, database) =>
                    {
                        o.Invariant = database.Invariant;
                        o.DataSource = database.DataSource;
                        o.GrainStorageSerializer = new JsonStateSerializer();
                        o.DeleteStateOnClear = true;
                    }
                )
            );
            silo.UseAdoNetReminderService(options =>
                options.Configure<GrainDatabase>(
                    (o, database) =>
                    {
                        o.Invariant = database.Invariant;
                        o.DataSource = database.DataSource;
                    }
                )
            );
            silo.AddActivityPropagation();
            silo.AddDashboard();
        });

    public static void UseClusterClient(this WebApplicationBuilder builder, SiloSettings settings) =>
        builder.Host.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(o => Name(o, settings));
            client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = ResponseTimeout);
            client.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = GatewayRefresh);
            client.UseAdoNetClustering(options =>
            {
                options.Invariant = "Npgsql";
                options.ConnectionString = settings.Postgres;
            });
            client.Services.AddSingleton<IClientConnectionRetryFilter, KeepConnecting>();
            client.AddActivityPropagation();
            client.AddDashboard();
        });

    private static void Name(ClusterOptions options, SiloSettings settings)
    {
        options.ClusterId = settings.Cluster.Id;
        options.ServiceId = ServiceId;
    }

    private static void UseMembership(ISiloBuilder silo, SiloSettings settings)
    {
        var cluster = settings.Cluster;
        if (!settings.IsCluster)
        {
            silo.UseLocalhostClustering(
                cluster.SiloPort,
                cluster.GatewayPort,
                serviceId: ServiceId,
                clusterId: cluster.Id
            );
            return;
        }

        silo.ConfigureEndpoints(HostAddress.Resolve(cluster.AdvertisedIp), cluster.SiloPort, cluster.GatewayPort);
        silo.UseAdoNetClustering(options =>
        {
            options.Invariant = "Npgsql";
            options.ConnectionString = settings.Postgres;
        });
        silo.Configure<ClusterMembershipOptions>(Tune);
        silo.Services.AddSingleton<EndedConnections>();
        silo.Services.AddHostedService<DeathWatch>();
        silo.Configure<SiloConnectionOptions>(options =>
            options.ConfigureSiloOutboundConnection(pipeline =>
                pipeline.Use(pipeline.ApplicationServices.GetRequiredService<EndedConnections>().Watch)
            )
        );
    }

    // A silo whose process ended is declared dead at once (DeathWatch), one that stalls after about 5 seconds. Two votes, so that
    // one silo that stalls does not take the others down with it; where only two are left, one vote is enough for Orleans.
    private static void Tune(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 2;
        options.NumVotesForDeathDeclaration = 2;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        // Rows of silos that ended stay for as long as somebody may want to look them up.
        options.DefunctSiloExpiration = TimeSpan.FromDays(1);
        options.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
    }
}
