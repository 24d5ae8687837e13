using CiivSoft.Dashboard;
using CiivSoft.Documents;
using CiivSoft.Grains;
using CiivSoft.Lever;
using CiivSoft.Silo.Membership;
using CiivSoft.Silo.Telemetry;
using CiivSoft.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace CiivSoft.Silo;

/// <summary>What a process of each role is made of.</summary>
internal static class RoleServices
{
    // A supervisor that asks for the end waits 20 seconds or more before it kills.
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(15);

    public static void AddCiivSoft(this WebApplicationBuilder builder, SiloSettings settings)
    {
        builder.WebHost.UseUrls(settings.Http);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = StopWithin);
        builder.Services.AddSingleton(settings);
        builder.AddTelemetry(settings.Telemetry);
        builder.Services.AddCiivSoftStorage(settings.Storage);
        builder.Services.AddCiivSoftHealth();
        if (settings.StopWithInput)
        {
            builder.Services.AddHostedService<InputWatch>();
        }

        builder.Services.AddHostedService<KeyWatch>();
        if (settings.ServesPages)
        {
            builder.Services.AddCiivSoftDashboard(builder.Configuration);
            var webKeys = Path.Combine(Path.GetFullPath(settings.Data), "web-keys");
            builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(webKeys));
        }

        if (settings.HoldsGrains)
        {
            builder.AddGrains(settings);
        }
        else if (settings.Role == ProcessRole.Dashboard)
        {
            builder.UseClusterClient(settings);
            builder.Services.AddHealthChecks().AddCheck<ClusterClientHealthCheck>("cluster", tags: [HealthTags.Ready]);
        }
    }

    private static void AddGrains(this WebApplicationBuilder builder, SiloSettings settings)
    {
        builder.Services.AddLever(builder.Configuration);
        builder.Services.AddSingleton<IDocumentReader>(_ => new DocumentReaderPool());
        builder.Services.AddSingleton(settings.Effects);
        builder.Services.AddSingleton(settings.Notify);
        builder.Services.AddCiivSoftGrains();
        builder.UseSilo(settings);
        builder.Services.AddHealthChecks().AddCheck<MembershipHealthCheck>("membership", tags: [HealthTags.Ready]);

        // After Orleans: it calls grains.
        builder.Services.AddHostedService<AccountWaker>();
    }
}
