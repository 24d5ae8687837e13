using System.Net;
using CiivSoft.Storage;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace CiivSoft.Silo;

/// <summary>Wires Orleans to the storage: grain state and reminders in it, membership too where it serves several silos.</summary>
internal static class SiloOrleans
{
    private const string ServiceId = "ciivsoft";

    // A call in flight to a silo that died waits for this long: grain methods are short, longer ones say so themselves.
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    public static void UseCiivSoftOrleans(this WebApplicationBuilder builder, SiloSettings settings) =>
        builder.Host.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(o =>
            {
                o.ClusterId = ServiceId;
                o.ServiceId = ServiceId;
            });
            silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = ResponseTimeout);
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
            silo.AddDashboard();
        });

    private static void UseMembership(ISiloBuilder silo, SiloSettings settings)
    {
        var cluster = settings.Cluster;
        if (string.IsNullOrWhiteSpace(settings.Postgres))
        {
            silo.UseLocalhostClustering(
                cluster.SiloPort,
                cluster.GatewayPort,
                serviceId: ServiceId,
                clusterId: ServiceId
            );
            return;
        }

        silo.ConfigureEndpoints(IPAddress.Parse(cluster.AdvertisedIp), cluster.SiloPort, cluster.GatewayPort);
        silo.UseAdoNetClustering(options =>
        {
            options.Invariant = "Npgsql";
            options.ConnectionString = settings.Postgres;
        });
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            o.ProbeTimeout = TimeSpan.FromSeconds(2);
            o.NumMissedProbesLimit = 2;
            o.NumVotesForDeathDeclaration = 1;
            o.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        });
    }
}
