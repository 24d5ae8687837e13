namespace CiivSoft.Notifications.Webhooks;

/// <summary>The secret of a webhook as Standard Webhooks writes it.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int FewestBytes = 24;
    private const int MostBytes = 64;

    public static bool IsUsable(string? secret) => Decode(secret) is { Length: >= FewestBytes and <= MostBytes };

    /// <summary>The key's bytes; null when the text is no such secret.</summary>
    public static byte[]? Decode(string? secret)
    {
        if (secret?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return null;
        }

        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) ? bytes[..length] : null;
    }
}
