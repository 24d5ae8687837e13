using CiivSoft.Lab.Programs;
using Npgsql;

namespace CiivSoft.Lab.Chaos.Cells;

/// <summary>Sessions that another program of the same role holds and does nothing with.</summary>
internal sealed class HeldSessions(LabCluster cluster) : IAsyncDisposable
{
    private readonly Stack<NpgsqlConnection> _held = [];

    public int Count => _held.Count;

    /// <summary>Opens sessions until the server has none left.</summary>
    public async Task TakeAllAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
#pragma warning disable CA2000 // It is held, or disposed of when the server refuses it.
            var session = new NpgsqlConnection(cluster.Postgres + ";Pooling=false;Application Name=other");
#pragma warning restore CA2000
            try
            {
                await session.OpenAsync(cancellationToken);
                _held.Push(session);
            }
            catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                await session.DisposeAsync();
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_held.TryPop(out var session))
        {
            await session.DisposeAsync();
        }
    }
}
