using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CiivSoft.Notifications.Tests.Support;

/// <summary>
/// A mail server on this machine, as much of RFC 5321 as a submission needs: EHLO, STARTTLS, AUTH PLAIN and LOGIN, one envelope.
/// It keeps what it was told and the messages it took.
/// </summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    public const string User = "ciivsoft";
    public const string Password = "correct horse";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _accepting;

    private SmtpListener()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>A certificate that no machine trusts.</summary>
    public X509Certificate2 Certificate { get; } = MakeCertificate();

    /// <summary>Encrypted from the first byte.</summary>
    public bool IsImplicit { get; init; }

    public bool OffersStartTls { get; init; }

    /// <summary>Addresses that it does not know.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Answers the message itself instead of 250.</summary>
    public string? AnswersData { get; set; }

    /// <summary>Takes the message and ends the connection without an answer to QUIT.</summary>
    public bool HangsUp { get; init; }

    /// <summary>Command lines, without what authenticates.</summary>
    public ConcurrentQueue<string> Told { get; } = new();

    public ConcurrentQueue<string> Messages { get; } = new();

    /// <summary>Whether each message came over an encrypted connection.</summary>
    public ConcurrentQueue<bool> Encrypted { get; } = new();

    public static SmtpListener Start(
        bool isImplicit = false,
        bool offersStartTls = false,
        bool hangsUp = false,
        params IReadOnlyList<string> unknown
    ) =>
        new()
        {
            IsImplicit = isImplicit,
            OffersStartTls = offersStartTls,
            HangsUp = hangsUp,
            Unknown = unknown,
        };

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
#pragma warning disable VSTHRD003 // The task was begun by this very object.
        await _accepting;
#pragma warning restore VSTHRD003
        _ending.Dispose();
        _listener.Dispose();
        Certificate.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                await ServeAsync(client);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            await using var stream = IsImplicit ? await EncryptAsync(client.GetStream()) : (Stream)client.GetStream();
            await new Conversation(this, stream).RunAsync(_ending.Token);
        }
        catch (Exception broken) when (broken is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, or did not take the certificate.
        }
    }

    private async Task<SslStream> EncryptAsync(Stream stream)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(Certificate);
        return encrypted;
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1)
        );
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Conversation(SmtpListener server, Stream stream)
    {
        private Stream _stream = stream;
        private int _accepted;

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            await SayAsync("220 mail.example ready");
            while (await ReadLineAsync(cancellationToken) is { } line)
            {
                var verb = line.Split(' ')[0].ToUpperInvariant();
                server.Told.Enqueue(verb == "AUTH" ? "AUTH" : line);
                if (!await AnswerAsync(verb, line, cancellationToken))
                {
                    return;
                }
            }
        }

        private async Task<bool> AnswerAsync(string verb, string line, CancellationToken cancellationToken)
        {
            switch (verb)
            {
                case "EHLO":
                    var isEncrypted = _stream is SslStream;
                    await SayAsync("250-mail.example");
                    await SayAsync(server.OffersStartTls && !isEncrypted ? "250 STARTTLS" : "250 AUTH PLAIN");
                    break;
                case "STARTTLS":
                    await SayAsync("220 go ahead");
                    _stream = await server.EncryptAsync(_stream);
                    break;
                case "AUTH":
                    var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{User}\0{Password}"));
                    await SayAsync(
                        line.EndsWith(expected, StringComparison.Ordinal) ? "235 welcome" : "535 no such login"
                    );
                    break;
                case "RCPT":
                    var isUnknown = server.Unknown.Any(u => line.Contains(u, StringComparison.Ordinal));
                    _accepted += isUnknown ? 0 : 1;
                    await SayAsync(isUnknown ? "550 no such mailbox" : "250 ok");
                    break;
                case "DATA":
                    await TakeAsync(cancellationToken);
                    break;
                case "QUIT":
                    if (!server.HangsUp)
                    {
                        await SayAsync("221 bye");
                    }

                    return false;
                default:
                    await SayAsync("250 ok");
                    break;
            }

            return true;
        }

        private async Task TakeAsync(CancellationToken cancellationToken)
        {
            if (_accepted == 0)
            {
                await SayAsync("503 no recipients");
                return;
            }

            await SayAsync("354 go on");
            var text = new StringBuilder();
            while (await ReadLineAsync(cancellationToken) is { } line && line != ".")
            {
                text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append('\n');
            }

            server.Messages.Enqueue(text.ToString());
            server.Encrypted.Enqueue(_stream is SslStream);
            await SayAsync(server.AnswersData ?? "250 taken");
        }

        // Byte by byte: whatever follows STARTTLS belongs to the encryption.
        private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            var line = new List<byte>();
            var next = new byte[1];
            while (await _stream.ReadAsync(next, cancellationToken) == 1)
            {
                if (next[0] == (byte)'\n')
                {
                    return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                }

                line.Add(next[0]);
            }

            return null;
        }

        private async Task SayAsync(string line) =>
            await _stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), CancellationToken.None);
    }
}
