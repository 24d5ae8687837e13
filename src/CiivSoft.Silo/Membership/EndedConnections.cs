using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace CiivSoft.Silo.Membership;

/// <summary>Where this silo's connections to other silos led that ended: the first sign of a death.</summary>
internal sealed class EndedConnections
{
    // More than a cluster has silos. What finds no room is left to the probes.
    private const int Remembered = 64;

    private readonly Channel<IPEndPoint> _ends = Channel.CreateBounded<IPEndPoint>(
        new BoundedChannelOptions(Remembered) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public IAsyncEnumerable<IPEndPoint> ReadAllAsync(CancellationToken cancellationToken) =>
        _ends.Reader.ReadAllAsync(cancellationToken);

    /// <summary>The step of Orleans' connection pipeline that sees each connection, from its opening on.</summary>
    public ConnectionDelegate Watch(ConnectionDelegate next) =>
        connection =>
        {
            if (connection.RemoteEndPoint is IPEndPoint peer)
            {
                connection.ConnectionClosed.Register(() => _ends.Writer.TryWrite(peer));
            }

            return next(connection);
        };
}
