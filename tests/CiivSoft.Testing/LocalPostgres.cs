using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CiivSoft.Testing;

/// <summary>
/// A PostgreSQL of our own: fresh folder, port picked by the system, loopback only, the superuser <c>owner</c>. Nothing of it is
/// left when it is disposed of.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    /// <summary>Why a test is skipped without it.</summary>
    public const string Missing =
        "PostgreSQL's binaries are not installed: apt-get install postgresql, or name their folder in CIIVSOFT_TEST_POSTGRES_BIN.";

    private const string DebianFolder = "/usr/lib/postgresql";

    private static int Servers;

    private readonly string _binaries;
    private readonly string _folder;
    private readonly int _port;
    private readonly LocalPostgresSetup _setup;

    private LocalPostgres(LocalPostgresSetup setup, string binaries, string folder, int port)
    {
        _setup = setup;
        _binaries = binaries;
        _folder = folder;
        _port = port;
    }

    /// <summary>Whether there are binaries to start.</summary>
    public static bool IsInstalled => FindBinaries() is not null;

    /// <summary>The server's own log.</summary>
    public string LogFile => Path.Combine(_folder, "server.log");

    /// <summary>Makes a fresh cluster of databases and starts its server.</summary>
    /// <exception cref="InvalidOperationException">The binaries are absent, or one of them failed.</exception>
    public static Task<LocalPostgres> StartAsync() => StartAsync(new LocalPostgresSetup());

    /// <summary>The same, set up otherwise.</summary>
    /// <exception cref="InvalidOperationException">The binaries are absent, or one of them failed.</exception>
    public static async Task<LocalPostgres> StartAsync(LocalPostgresSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var binaries = FindBinaries() ?? throw new InvalidOperationException(Missing);
        var folder = Path.Combine(
            setup.Parent ?? Path.GetTempPath(),
            string.Create(
                CultureInfo.InvariantCulture,
                $"ciivsoft-pg-{Environment.ProcessId}-{Interlocked.Increment(ref Servers)}"
            )
        );
        var server = new LocalPostgres(setup, binaries, folder, FreePort());
        await server.RunAsync("initdb", "-A", "trust", "-U", "owner", "-E", "UTF8", "--locale=C.UTF-8", "-D", folder);
        if (setup.Address != "127.0.0.1")
        {
            // As its own user, or as root: initdb trusts the loopback alone.
            await File.AppendAllTextAsync(Path.Combine(folder, "pg_hba.conf"), "host all all samenet trust\n");
        }

        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts the server on the same folder and port, after it was stopped.</summary>
    public Task StartAgainAsync() =>
        RunAsync(
            "pg_ctl",
            "-D",
            _folder,
            "-l",
            LogFile,
            "-w",
            "-o",
            string.Create(
                CultureInfo.InvariantCulture,
                $"-p {_port} -c listen_addresses={_setup.Address} -c unix_socket_directories= -c max_connections={_setup.MaxConnections} -c max_wal_size={_setup.MaxWalMegabytes}MB"
            ),
            "start"
        );

    /// <summary>Stops it: <c>fast</c> ends sessions in order, <c>immediate</c> is a crash.</summary>
    public Task StopAsync(string mode = "fast") => RunAsync("pg_ctl", "-D", _folder, "-m", mode, "-w", "stop");

    /// <summary>Whether the server runs: it may have stopped by itself.</summary>
    public async Task<bool> IsRunningAsync()
    {
        try
        {
            await RunAsync("pg_ctl", "-D", _folder, "status");
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string name)
    {
        await RunAsync("createdb", [.. Here, name]);
        return ConnectionString(name, "owner");
    }

    /// <summary>Makes a role that may log in and nothing else.</summary>
    public Task CreateRoleAsync(string name) =>
        RunAsync("createuser", [.. Here, "--no-createdb", "--no-createrole", name]);

    /// <summary>The database as statements, owners and grants left out, so that any role can run them.</summary>
    public Task<string> DumpAsync(string database) =>
        RunAsync("pg_dump", [.. Here, "--no-owner", "--no-privileges", "--inserts", database]);

    /// <summary>Saves a database as <c>pg_dump -Fc</c> does, beside the server's own files, while it is used.</summary>
    public Task SaveAsync(string database) => RunAsync("pg_dump", [.. Here, "-Fc", "-f", SavedAs(database), database]);

    /// <summary>Drops the database, whoever is connected, and puts back what was saved of it.</summary>
    public async Task RestoreAsync(string database)
    {
        await RunAsync("dropdb", [.. Here, "--force", database]);
        await RunAsync("createdb", [.. Here, database]);
        await RunAsync("pg_restore", [.. Here, "--exit-on-error", "-d", database, SavedAs(database)]);
    }

    private string SavedAs(string database) => Path.Combine(_folder, database + ".dump");

    /// <summary>Runs statements as the owner, all or none.</summary>
    public async Task RunSqlAsync(string database, string statements)
    {
        // In a file that everybody may read: the program runs as another user.
        var file = Path.Combine(Path.GetTempPath(), $"ciivsoft-{Path.GetRandomFileName()}.sql");
        await File.WriteAllTextAsync(file, statements);
        try
        {
            await RunAsync("psql", [.. Here, "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-f", file, database]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Of a database, as a role.</summary>
    public string ConnectionString(string database, string role) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host={_setup.Address};Port={_port};Username={role};Database={database};Maximum Pool Size=40"
        );

    private string[] Here => ["-h", _setup.Address, "-p", _port.ToString(CultureInfo.InvariantCulture), "-U", "owner"];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // pg_ctl reads the pid of this very server from its folder.
        if (File.Exists(Path.Combine(_folder, "postmaster.pid")) || Directory.Exists(_folder))
        {
            try
            {
                await StopAsync("immediate");
            }
            catch (InvalidOperationException)
            {
                // It was stopped already; what is left is its folder.
            }

            await RunAsUserAsync("rm", ["-rf", _folder]);
        }
    }

    private Task<string> RunAsync(string program, params string[] arguments) =>
        RunAsUserAsync(Path.Combine(_binaries, program), arguments);

    private static async Task<string> RunAsUserAsync(string program, string[] arguments)
    {
        // initdb and postgres refuse to run as root.
        string[] line = string.Equals(Environment.UserName, "root", StringComparison.Ordinal)
            ? ["runuser", "-u", "postgres", "--", program]
            : [program];
        var start = new ProcessStartInfo(line[0], [.. line[1..], .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
        }

        return output;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindBinaries() =>
        Environment.GetEnvironmentVariable("CIIVSOFT_TEST_POSTGRES_BIN") is { Length: > 0 } chosen
            ? chosen
            : (Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder) : [])
                .Select(folder => Path.Combine(folder, "bin"))
                .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
                .OrderDescending(StringComparer.Ordinal)
                .FirstOrDefault();
}
