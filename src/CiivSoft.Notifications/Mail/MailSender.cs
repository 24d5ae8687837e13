using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using CiivSoft.Notifications.Messages;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CiivSoft.Notifications.Mail;

/// <summary>Hands messages to a mail server, one connection each: they are few.</summary>
internal sealed class MailSender(NotifySettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Whom a certificate is taken from; null, as always outside of tests, asks the machine.</summary>
    public Func<X509Certificate?, bool>? Trusts { get; init; }

    public async Task<Delivery> SendAsync(NoticeDocument notice, CancellationToken cancellationToken)
    {
        using var message = Compose(notice);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new LenientClient();
            if (Trusts is { } trusts)
            {
                client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
                    errors == SslPolicyErrors.None || trusts(certificate);
            }

            var smtp = settings.Smtp;
            await client.ConnectAsync(smtp.Host ?? "", smtp.Port, OptionsOf(smtp.Tls), limit.Token);
            if (smtp.HasUser)
            {
                await client.AuthenticateAsync(smtp.User ?? "", smtp.ReadPassword() ?? "", limit.Token);
            }

            await client.SendAsync(message, limit.Token);
            await QuitAsync(client, limit.Token);
            return Delivery.Sent.Value;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Delivery.Failed($"The mail server did not answer within {Patience.TotalSeconds:F0} seconds.");
        }
        catch (Exception failure) when (Explain(failure) is { } failed)
        {
            return failed;
        }
    }

    /// <summary>The e-mail. Its id is the notice's: whoever gets it twice can tell.</summary>
    internal MimeMessage Compose(NoticeDocument notice)
    {
        var from = MailboxAddress.Parse(settings.Smtp.From ?? "");
        var message = new MimeMessage
        {
            Subject = NoticeText.SubjectOf(notice),
            Date = notice.Timestamp,
            MessageId = $"{notice.Data.Id}@{from.Domain}",
            Body = new TextPart("plain") { Text = NoticeText.BodyOf(notice) },
        };
        message.From.Add(from);
        message.To.AddRange(settings.Recipients.Select(MailboxAddress.Parse));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    // The message is with the server by now: that it does not say good-bye must not send it again.
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception failure) when (Explain(failure) is not null || failure is OperationCanceledException)
        {
            // It ends with the client.
        }
    }

    private static Delivery.Failed? Explain(Exception failure) =>
        failure switch
        {
            SmtpCommandException refused => new Delivery.Failed(
                $"The mail server refused the message ({(int)refused.StatusCode}).",
                refused.Message
            ),
            AuthenticationException => new Delivery.Failed("The mail server refused the login.", failure.Message),
            SslHandshakeException => new Delivery.Failed(
                "The mail server's encryption or certificate cannot be used.",
                failure.Message
            ),
            // Asked to encrypt or to log in, it has no such command.
            NotSupportedException => new Delivery.Failed(
                "The mail server lacks what the settings ask for (StartTls, or a login).",
                failure.Message
            ),
            ProtocolException => new Delivery.Failed(
                "The mail server broke off the conversation, or is none.",
                failure.Message
            ),
            FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => new Delivery.Failed(
                "The file with the password cannot be read."
            ),
            SocketException or IOException or TimeoutException => new Delivery.Failed(
                "The mail server cannot be reached.",
                failure.Message
            ),
            _ => null,
        };

    private static SecureSocketOptions OptionsOf(SmtpTls tls) =>
        tls switch
        {
            SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
            SmtpTls.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };

    // One address that is refused must not keep the message from the others. With none left it is a failure.
    private sealed class LenientClient : SmtpClient
    {
        // As HTTP in .NET has it: asking for revocation lists needs a way to the web that a mail server's client may not have.
        public LenientClient() => CheckCertificateRevocation = false;

        protected override void OnRecipientNotAccepted(
            MimeMessage message,
            MailboxAddress mailbox,
            SmtpResponse response
        ) { }
    }
}
