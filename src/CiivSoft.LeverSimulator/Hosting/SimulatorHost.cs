using CiivSoft.LeverSimulator.Administration;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Keys;
using CiivSoft.LeverSimulator.RecruiterView;
using CiivSoft.LeverSimulator.World;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CiivSoft.LeverSimulator.Hosting;

/// <summary>Puts the parts together behind a web server.</summary>
internal static class SimulatorHost
{
    private const int MaxRequestLine = 256 * 1024;
    private const long MaxBody = Uploads.MaxBytes + (1024 * 1024);

    public static Simulator CreateSimulator(SimulatorOptions options, IWorldSource source, SimulatorClock clock)
    {
        var keys = new KeyRing(clock.Real, options.Rate);
        var world = new SimulatedWorld(source, clock, options.Seed) { NotesMoveUpdatedAt = options.NotesMoveUpdatedAt };
        var simulator = new Simulator(world, keys, options.Seed)
        {
            Latency = options.Latency,
            SendsRetryAfter = options.SendsRetryAfter,
            HasOpenAdministration = options.HasOpenAdministration,
        };
        foreach (var key in options.Keys is { Length: > 0 } given ? given : KeyOption.Defaults)
        {
            var permissions =
                KeyProfiles.Find(key.Profile, simulator.Api.Routes.Permissions)
                ?? throw new ArgumentException($"There is no profile {key.Profile}.", nameof(options));
            keys.Put(key.Secret, permissions, key.AllowsConfidential);
        }

        return simulator;
    }

    /// <summary>The web application, not started yet: Lever under <c>/v1</c>, administration under <c>/_sim</c>, a recruiter's pages under <c>/</c>.</summary>
    public static WebApplication CreateApplication(Simulator simulator, string urls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // A taken port is told in one line by the program.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(ConfigureKestrel);
        var application = builder.Build();
        var lever = new LeverEndpoint(simulator, application.Lifetime.ApplicationStopping);
        var administration = new AdministrationEndpoint(simulator);
        application.Map("/v1", branch => branch.Run(lever.HandleAsync));
        application.Map("/_sim", branch => branch.Run(administration.HandleAsync));
        application.Run(new RecruiterViewEndpoint(simulator.World).HandleAsync);
        return application;
    }

    private static void ConfigureKestrel(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = MaxBody;
        options.Limits.MaxRequestLineSize = MaxRequestLine;
        options.Limits.MaxRequestBufferSize = MaxRequestLine * 4;
    }
}
