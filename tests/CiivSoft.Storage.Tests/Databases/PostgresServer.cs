using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CiivSoft.Storage.Tests.Databases;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace CiivSoft.Storage.Tests.Databases;

/// <summary>
/// A PostgreSQL of our own for the length of the run: fresh folder, port picked by the system, loopback only. Absent binaries
/// skip the tests that need it.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string DebianFolder = "/usr/lib/postgresql";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"ciivsoft-pg-{Environment.ProcessId}");
    private readonly string? _binaries = FindBinaries();
    private int _port;
    private int _databases;

    public string? SkipReason => _binaries is null ? "PostgreSQL's binaries are not installed." : null;

    public async ValueTask InitializeAsync()
    {
        if (_binaries is null)
        {
            return;
        }

        _port = FreePort();
        await RunAsync("initdb", "-A", "trust", "-U", "owner", "-E", "UTF8", "--locale=C.UTF-8", "-D", _folder);
        await RunAsync(
            "pg_ctl",
            "-D",
            _folder,
            "-l",
            Path.Combine(_folder, "server.log"),
            "-w",
            "-o",
            string.Create(
                CultureInfo.InvariantCulture,
                $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
            ),
            "start"
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_binaries is not null && Directory.Exists(_folder))
        {
            // pg_ctl reads the pid of this very server from its folder.
            await RunAsync("pg_ctl", "-D", _folder, "-m", "immediate", "-w", "stop");
            await RunAsUserAsync("rm", ["-rf", _folder]);
        }
    }

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _databases)}");
        await using var source = Npgsql.NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    private string ConnectionString(string database) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={_port};Username=owner;Database={database};Maximum Pool Size=40"
        );

    private Task RunAsync(string program, params string[] arguments) =>
        // Only called when there are binaries.
        RunAsUserAsync(Path.Combine(_binaries!, program), arguments);

    private static async Task RunAsUserAsync(string program, string[] arguments)
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
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
        }
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
