namespace CiivSoft.Abstractions.Notifications;

/// <summary>A way out for messages to operators.</summary>
[GenerateSerializer]
[Alias("ciivsoft.NoticeChannel")]
public enum NoticeChannel
{
    /// <summary>E-mail, one message to all recipients.</summary>
    Email = 0,

    /// <summary>An address that messages are posted to, signed.</summary>
    Webhook = 1,
}
