using System.Text.Encodings.Web;
using System.Text.Json;

namespace CiivSoft.Notifications.Messages;

/// <summary>Messages as JSON.</summary>
public static class NoticeJson
{
    /// <summary>Names in camelCase; nothing is left out, so that a receiver finds each field.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body that is sent and signed.</summary>
    public static string Write(NoticeDocument notice) => JsonSerializer.Serialize(notice, Options);

    /// <summary>What was written before, by an older or a newer release too.</summary>
    /// <exception cref="JsonException">It is no message.</exception>
    public static NoticeDocument Read(string body) =>
        JsonSerializer.Deserialize<NoticeDocument>(body, Options) ?? throw new JsonException("A message is null.");
}
