using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CiivSoft.Lever.Tests.Support;

/// <summary>A bare socket server: answers the first request of each connection properly and hangs up on the second.</summary>
internal sealed class RudeServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly string _body;
    private int _requests;

    public RudeServer(string body)
    {
        _body = body;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Root => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public int Requests => _requests;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
#pragma warning disable VSTHRD003 // Started by the constructor and ended here.
        await _serving;
#pragma warning restore VSTHRD003
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = connection.GetStream();
                await ReadRequestAsync(stream);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(Answer()), _stop.Token);
                await ReadRequestAsync(stream);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private string Answer() =>
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {_body.Length}\r\n\r\n{_body}";

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var block = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(block, _stop.Token);
            if (read == 0)
            {
                return;
            }

            text.Append(Encoding.ASCII.GetString(block, 0, read));
        }

        _requests++;
    }
}
