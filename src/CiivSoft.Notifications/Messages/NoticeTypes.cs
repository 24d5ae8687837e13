namespace CiivSoft.Notifications.Messages;

/// <summary>Types of messages. Never renamed: receivers compare them.</summary>
public static class NoticeTypes
{
    /// <summary>Something needs a person.</summary>
    public const string Alert = "alert.raised";

    /// <summary>Settings or the model are others.</summary>
    public const string Change = "account.changed";

    /// <summary>What happened in a day.</summary>
    public const string Digest = "digest.daily";

    /// <summary>Somebody tries the way out.</summary>
    public const string Test = "test";
}
