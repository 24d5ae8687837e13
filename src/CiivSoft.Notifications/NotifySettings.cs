using System.Net.Mail;
using CiivSoft.Notifications.Mail;
using CiivSoft.Notifications.Webhooks;

namespace CiivSoft.Notifications;

/// <summary>Whom the installation tells what happens, and how. Section <c>CiivSoft:Notify</c>. Off by default.</summary>
public sealed class NotifySettings
{
    private const int LastHour = 23;

    /// <summary>E-mail addresses that get every message, with commas between them. Null, the default: nobody does.</summary>
    public string? To { get; set; }

    /// <summary>Names of the accounts that messages are sent for, with commas between them. Null, the default: all.</summary>
    public string? Accounts { get; set; }

    /// <summary>Whether a digest is sent once a day. The default is yes.</summary>
    public bool Digest { get; set; } = true;

    /// <summary>The full hour of the account's time zone from which on the digest is sent, 0 to 23. The default is 7.</summary>
    public int DigestHour { get; set; } = 7;

    /// <summary>The dashboard's address as people reach it, for links. Null, the default: messages have no links.</summary>
    public string? Dashboard { get; set; }

    /// <summary>The server that e-mails are handed to.</summary>
    public SmtpSettings Smtp { get; set; } = new();

    /// <summary>The address that messages are posted to.</summary>
    public WebhookSettings Webhook { get; set; } = new();

    /// <summary>Whether e-mails are sent.</summary>
    public bool SendsMail => Recipients.Count > 0;

    /// <summary>Whether messages are posted to an address.</summary>
    public bool SendsWebhook => Webhook.Address is not null;

    /// <summary>What is wrong, naming the setting to change; null when nothing is.</summary>
    public string? Problem =>
        Recipients.FirstOrDefault(r => !IsMailAddress(r)) is { } wrong
            ? $"CiivSoft:Notify:To (CIIVSOFT__NOTIFY__TO) has '{wrong}', which is no e-mail address."
        : DigestHour is < 0 or > LastHour
            ? $"CiivSoft:Notify:DigestHour (CIIVSOFT__NOTIFY__DIGESTHOUR) is {DigestHour}; it must be 0 to {LastHour}."
        : !string.IsNullOrWhiteSpace(Dashboard) && DashboardAddress is null
            ? $"CiivSoft:Notify:Dashboard (CIIVSOFT__NOTIFY__DASHBOARD) is '{Dashboard}', which is no http or https address."
        : (SendsMail ? Smtp.Problem : null) ?? Webhook.Problem;

    /// <summary>Who gets e-mails.</summary>
    public IReadOnlyList<string> Recipients => Split(To);

    /// <summary>Whether anything is sent for an account.</summary>
    public bool Covers(string account) =>
        (SendsMail || SendsWebhook)
        && (Split(Accounts) is not { Length: > 0 } named || named.Contains(account, StringComparer.OrdinalIgnoreCase));

    /// <summary>The account's page; null where the dashboard's address is not set.</summary>
    public Uri? PageOf(string account) =>
        DashboardAddress is { } address
            ? new Uri($"{address.AbsoluteUri.TrimEnd('/')}/accounts/{Uri.EscapeDataString(account)}")
            : null;

    private Uri? DashboardAddress =>
        Uri.TryCreate(Dashboard, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : null;

    // As the framework sees it, which asks for a domain, and as the one who sends it will.
    internal static bool IsMailAddress(string? text) =>
        MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && MimeKit.MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address == text;

    private static string[] Split(string? list) =>
        (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
