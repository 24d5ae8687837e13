using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CiivSoft.Notifications.Webhooks;

/// <summary>The signature of the specification Standard Webhooks, symmetric version: it says who sent a message, and when.</summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>Seconds since 1970, as the header has them.</summary>
    public static string TimestampOf(DateTimeOffset now) =>
        now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Of <c>id.timestamp.body</c>.</summary>
    public static string Sign(byte[] key, string id, string timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));
}
