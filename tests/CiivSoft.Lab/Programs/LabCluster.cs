using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CiivSoft.Testing;

namespace CiivSoft.Lab.Programs;

/// <summary>
/// A cluster as it is run for real, as processes: PostgreSQL, the migration by the owner of the tables, silos under a role
/// that only reads and writes rows, and a dashboard through which it is driven.
/// </summary>
internal sealed class LabCluster : IAsyncDisposable
{
    public const string DatabaseName = "ciivsoft";

    private const string Role = "app";

    private readonly Dictionary<string, string> _settings;
    private readonly ClusterSetup _setup;
    private readonly List<LabSilo> _silos = [];
    private LabSilo? _dashboard;
    private int _names;

    private LabCluster(ClusterSetup setup, LocalPostgres database, Dictionary<string, string> settings)
    {
        _setup = setup;
        Database = database;
        _settings = settings;
    }

    public string Folder => _setup.Folder;

    public LocalPostgres Database { get; }

    /// <summary>Connection string of the silos.</summary>
    public string Postgres => _settings["CIIVSOFT__POSTGRES"];

    /// <summary>The silos that were started, those that ended included.</summary>
    public IReadOnlyList<LabSilo> Silos => _silos;

    /// <summary>Pages and admin API, as a client of the cluster.</summary>
    public LabSilo Dashboard => _dashboard ?? throw new InvalidOperationException("The dashboard was not started.");

    /// <param name="folder">Keys and data go to <c>data</c> in it, logs to <c>logs</c>.</param>
    /// <param name="silos">How many.</param>
    /// <param name="grace">How long unknown outcomes rest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<LabCluster> StartAsync(
        string folder,
        int silos,
        TimeSpan grace,
        CancellationToken cancellationToken
    ) =>
        StartAsync(
            new ClusterSetup
            {
                Folder = folder,
                Silos = silos,
                Grace = grace,
            },
            cancellationToken
        );

    /// <summary>Starts everything that the setup names, and waits until it is ready.</summary>
    public static async Task<LabCluster> StartAsync(ClusterSetup setup, CancellationToken cancellationToken)
    {
        var database = await LocalPostgres.StartAsync(setup.Postgres);
        await database.CreateDatabaseAsync(DatabaseName);
        await database.CreateRoleAsync(Role);
        var settings = new Dictionary<string, string>
        {
            ["CIIVSOFT__POSTGRES"] = database.ConnectionString(DatabaseName, Role),
            ["CIIVSOFT__KEYFOLDER"] = Path.Combine(setup.Folder, "data", "keys"),
            ["CIIVSOFT__ADMINTOKEN"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            ["CIIVSOFT__MIGRATEATSTART"] = "false",
            ["CIIVSOFT__EFFECTS__GRACE"] = setup.Grace.ToString("c", CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in setup.Settings)
        {
            settings[name] = value;
        }

        var cluster = new LabCluster(setup, database, settings);
        try
        {
            await cluster.MigrateAsync(setup.PlaceOf(0), cancellationToken);
            await Task.WhenAll(Enumerable.Range(0, setup.Silos).Select(_ => cluster.AddSiloAsync(cancellationToken)));
            cluster._dashboard = await cluster.StartAsync(
                "dashboard",
                "dashboard",
                [],
                setup.PlaceOf(0),
                cancellationToken
            );
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one more silo.</summary>
    public Task<LabSilo> AddSiloAsync(CancellationToken cancellationToken) => AddSiloAsync([], cancellationToken);

    /// <summary>Starts one more silo with settings of its own, such as the name of another cluster.</summary>
    public async Task<LabSilo> AddSiloAsync(Dictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _names);
        var name = string.Create(CultureInfo.InvariantCulture, $"silo-{number}");
        var silo = await StartAsync(
            name,
            _setup.SilosHavePages ? "all" : "silo",
            settings,
            _setup.PlaceOf(number),
            cancellationToken
        );
        lock (_silos)
        {
            _silos.Add(silo);
        }

        return silo;
    }

    /// <summary>The silo that works on the account.</summary>
    public async Task<LabSilo> FindHolderAsync(CancellationToken cancellationToken)
    {
        var status = await Dashboard.GetStatusAsync(cancellationToken);
        var endpoint = status["runsOn"]!.GetValue<string>();
        return _silos.Single(s => s.Endpoint == endpoint);
    }

    /// <summary><c>ciivsoft check</c>.</summary>
    public Task<JsonNode> CheckAsync(LabSimulator lever, double rate, CancellationToken cancellationToken) =>
        LabCheck.RunAsync(Folder, Postgres, lever, rate, cancellationToken);

    /// <summary>
    /// Waits until nothing is left to do and returns the checker's document: the status tells when it seems over, the checker
    /// knows what may still come and is asked until that is gone.
    /// </summary>
    public async Task<JsonNode> RestAsync(
        LabSimulator lever,
        double rate,
        TimeSpan within,
        CancellationToken cancellationToken
    )
    {
        var until = TimeProvider.System.GetUtcNow() + within;
        while (true)
        {
            await Dashboard.ScanUntilIdleAsync(within, cancellationToken);
            var report = await CheckAsync(lever, rate, cancellationToken);
            var isOpen = LabCheck.FindingsOf(report).Any(LabCheck.MaySettle);
            if (!isOpen || TimeProvider.System.GetUtcNow() > until)
            {
                return report;
            }

            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _dashboard?.Dispose();
        _silos.ForEach(s => s.Dispose());
        await Database.DisposeAsync();
    }

    /// <summary>Brings the schema up to that of the place's build.</summary>
    public async Task MigrateAsync(LabPlace place, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string>(_settings)
        {
            ["CIIVSOFT__ROLE"] = "migrate",
            ["CIIVSOFT__DATA"] = Path.Combine(Folder, "data", "migrate"),
            ["CIIVSOFT__POSTGRESOWNER"] = Database.ConnectionString(DatabaseName, "owner"),
        };
        Directory.CreateDirectory(Path.Combine(Folder, "logs"));
        using var migration = LabProcess.Start(
            "CiivSoft.Silo",
            [],
            Path.Combine(Folder, "logs", "migrate.log"),
            settings,
            place
        );
        var code = await migration.WaitAsync(cancellationToken);
        if (code != 0)
        {
            throw new InvalidOperationException($"The migration ended with {code}: {migration.Output}");
        }
    }

    private Task<LabSilo> StartAsync(
        string name,
        string role,
        Dictionary<string, string> settings,
        LabPlace place,
        CancellationToken cancellationToken
    )
    {
        var all = new Dictionary<string, string>(_settings)
        {
            ["CIIVSOFT__ROLE"] = role,
            ["CIIVSOFT__DATA"] = Path.Combine(Folder, "data", name),
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return LabSilo.StartAsync(Folder, name, all, place, cancellationToken);
    }
}
