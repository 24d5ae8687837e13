using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Notifications;
using CiivSoft.Notifications;

namespace CiivSoft.Grains.Notices;

/// <summary>What a test message came to, in words. Pure.</summary>
internal static class NoticeTrial
{
    public static NoticeTest Judge(
        NoticeChannel channel,
        Delivery delivery,
        NotifySettings settings,
        AccountKey account
    )
    {
        var isSent = delivery is Delivery.Sent;
        return new NoticeTest(
            isSent,
            channel == NoticeChannel.Webhook ? HostOf(settings)
                : settings.SendsMail ? string.Join(", ", settings.Recipients)
                : null,
            delivery switch
            {
                Delivery.Failed { Words: { } words } failed => $"{failed.Reason} It says: {words}",
                Delivery.Failed failed => failed.Reason,
                Delivery.Gone gone => gone.Reason,
                _ => "The message was taken.",
            },
            !isSent ? Remedy(channel)
                : settings.Covers(account.Name) ? null
                : $"Nothing but this test is sent for '{account.Name}': CIIVSOFT__NOTIFY__ACCOUNTS does not name it."
        );
    }

    private static string? HostOf(NotifySettings settings) =>
        Uri.TryCreate(settings.Webhook.Url, UriKind.Absolute, out var address) ? address.Authority : null;

    private static string Remedy(NoticeChannel channel) =>
        channel == NoticeChannel.Email
            ? "Check CIIVSOFT__NOTIFY__TO and CIIVSOFT__NOTIFY__SMTP__… of the silo, and its way to the mail server: "
                + "docs/how-to/notifications.md."
            : "Check CIIVSOFT__NOTIFY__WEBHOOK__… of the silo, and its way to the receiver: docs/how-to/notifications.md.";
}
