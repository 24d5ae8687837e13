using System.Globalization;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Demo;

/// <summary>The programs of a demo, running: the simulator with its company, and a silo.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    /// <summary>The same company, people and arrivals every time.</summary>
    private const int Seed = 7;

    // Lever's true rate for a key.
    private const int CallsPerSecond = 10;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly ChildProgram _simulator;
    private readonly ChildProgram _silo;

    private DemoSite(DemoFolder folder, DemoPorts ports, ChildProgram simulator, ChildProgram silo, string token)
    {
        _simulator = simulator;
        _silo = silo;
        Api = new AdminApi(Address(ports.Silo), token);
        World = new DemoWorld(Address(ports.Simulator));
        Data = folder.Path;
    }

    public AdminApi Api { get; }

    public DemoWorld World { get; }

    /// <summary>Folder of the state and of both programs' logs.</summary>
    public string Data { get; }

    /// <summary>Starts both programs and returns when they are ready.</summary>
    /// <exception cref="CliException">One of them did not start.</exception>
    public static async Task<DemoSite> StartAsync(
        DemoFolder folder,
        DemoPorts ports,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        // Found before anything is started.
        var simulatorFile = ProgramFinder.Find("CiivSoft.LeverSimulator");
        var siloFile = ProgramFinder.Find("CiivSoft.Silo");
        var simulator = ChildProgram.Start(
            simulatorFile,
            folder.Combine("simulator.log"),
            SimulatorArguments(ports),
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
        var silo = ChildProgram.Start(siloFile, folder.Combine("silo.log"), [], SiloSettings(folder, ports));
        try
        {
            await WaitAsync(simulator, new Uri(Address(ports.Simulator), "_sim/status"), clock, cancellationToken);
            await WaitAsync(silo, new Uri(Address(ports.Silo), "health/ready"), clock, cancellationToken);
            var token = await File.ReadAllTextAsync(folder.Combine(SiloOptions.TokenFile), cancellationToken);
            return new DemoSite(folder, ports, simulator, silo, token.Trim());
        }
        catch
        {
            await silo.DisposeAsync();
            await simulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where to look. The dashboard's link is new with each call: it logs in once.</summary>
    public async Task<DemoLinks> CreateLinksAsync(CancellationToken cancellationToken) =>
        new(
            World.Address,
            await Api.CreateLoginLinkAsync(cancellationToken),
            new Uri(Api.Server, "dashboard"),
            Api.Server,
            World.LeverUrl,
            Data
        );

    /// <summary>Throws when a program has ended by itself.</summary>
    public void RequireRunning()
    {
        _simulator.RequireRunning();
        _silo.RequireRunning();
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        World.Dispose();
        await _silo.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private static Uri Address(int port) => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/");

    private static string[] SimulatorArguments(DemoPorts ports) =>
        [
            "--urls",
            Address(ports.Simulator).GetLeftPart(UriPartial.Authority),
            "--world",
            "demo",
            "--seed",
            Seed.ToString(CultureInfo.InvariantCulture),
            "--rate",
            CallsPerSecond.ToString(CultureInfo.InvariantCulture),
            "--stop-with-input",
        ];

    private static Dictionary<string, string> SiloSettings(DemoFolder folder, DemoPorts ports) =>
        new(StringComparer.Ordinal)
        {
            ["CIIVSOFT__DATA"] = folder.Path,
            ["CIIVSOFT__HTTP"] = Address(ports.Silo).GetLeftPart(UriPartial.Authority),
            ["CIIVSOFT__CLUSTER__SILOPORT"] = ports.Cluster.ToString(CultureInfo.InvariantCulture),
            ["CIIVSOFT__CLUSTER__GATEWAYPORT"] = ports.Gateway.ToString(CultureInfo.InvariantCulture),
            ["CIIVSOFT__STOPWITHINPUT"] = "true",
        };

    private static async Task WaitAsync(
        ChildProgram program,
        Uri address,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        using var http = HttpClients.Create(address);
        var started = clock.GetTimestamp();
        while (true)
        {
            program.RequireRunning();
            try
            {
                using var answer = await http.GetAsync(address, cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            if (clock.GetElapsedTime(started) > StartLimit)
            {
                throw new CliException(
                    ExitCodes.TimedOut,
                    $"Nothing was ready at {address} within {StartLimit.TotalSeconds:F0} seconds."
                );
            }

            await Task.Delay(Poll, clock, cancellationToken);
        }
    }
}

/// <summary>Where to look while the demo runs.</summary>
internal sealed record DemoLinks(
    Uri RecruiterView,
    Uri Dashboard,
    Uri GrainDashboard,
    Uri Silo,
    Uri Lever,
    string Data
);
