using System.Net;
using System.Net.Sockets;

namespace CiivSoft.Lever.Transport;

/// <summary>The connections that calls are made on.</summary>
internal static class LeverSockets
{
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            // Followed by LeverTransport, which knows where the key may go.
            AllowAutoRedirect = false,
            // A cookie of one account must not reach another.
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            // So that a change of Lever's addresses is noticed.
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectCallback = ConnectAsync,
        };

    // A closed socket goes on sending what is in its buffer: a write that timed out while the network was cut would reach Lever
    // minutes later, when it was looked for and sent again already. Without lingering it is thrown away (RFC 9293, ABORT).
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
#pragma warning disable CA2000 // The stream owns it.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            LingerState = new LingerOption(enable: true, seconds: 0),
        };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
