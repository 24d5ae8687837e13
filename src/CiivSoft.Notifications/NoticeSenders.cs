using CiivSoft.Notifications.Mail;
using CiivSoft.Notifications.Messages;
using CiivSoft.Notifications.Webhooks;

namespace CiivSoft.Notifications;

/// <summary>Sends messages by the ways that the settings name. One for the process.</summary>
public sealed class NoticeSenders : IDisposable
{
    private readonly MailSender _mail;
    private readonly WebhookSender _webhook;

    /// <param name="settings">Without a problem.</param>
    /// <param name="clock">Says when a message was signed.</param>
    public NoticeSenders(NotifySettings settings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        _mail = new MailSender(settings);
        _webhook = new WebhookSender(settings.Webhook, clock);
    }

    /// <summary>Whom to tell, and how.</summary>
    public NotifySettings Settings { get; }

    /// <summary>Sends a message to all recipients by e-mail. Sent means that the server took it for one of them at least.</summary>
    /// <param name="body">The document as <see cref="NoticeJson"/> writes it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Delivery> MailAsync(string body, CancellationToken cancellationToken) =>
        Settings.SendsMail
            ? _mail.SendAsync(NoticeJson.Read(body), cancellationToken)
            : Task.FromResult<Delivery>(
                new Delivery.Failed("E-mail is not set up: CIIVSOFT__NOTIFY__TO names nobody.")
            );

    /// <summary>Posts a message, signed.</summary>
    /// <param name="id">The same for every attempt.</param>
    /// <param name="body">The document as <see cref="NoticeJson"/> writes it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Delivery> PostAsync(string id, string body, CancellationToken cancellationToken) =>
        Settings.SendsWebhook
            ? _webhook.SendAsync(id, body, cancellationToken)
            : Task.FromResult<Delivery>(
                new Delivery.Failed("The webhook is not set up: CIIVSOFT__NOTIFY__WEBHOOK__URL is not set.")
            );

    /// <summary>Closes connections.</summary>
    public void Dispose() => _webhook.Dispose();
}
