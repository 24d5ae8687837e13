using System.Globalization;
using CiivSoft.Storage.Tests.Databases;
using CiivSoft.Testing;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace CiivSoft.Storage.Tests.Databases;

/// <summary>One PostgreSQL for the length of the run. Absent binaries skip the tests that need it.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private LocalPostgres? _server;
    private int _databases;

    public string? SkipReason => _server is null ? LocalPostgres.Missing : null;

    public async ValueTask InitializeAsync()
    {
        if (LocalPostgres.IsInstalled)
        {
            _server = await LocalPostgres.StartAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public Task<string> CreateDatabaseAsync() =>
        (_server ?? throw new InvalidOperationException(LocalPostgres.Missing)).CreateDatabaseAsync(
            string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _databases)}")
        );
}
