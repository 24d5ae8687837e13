using System.Text.Json;

namespace CiivSoft.Lever.Transport;

/// <summary>Lever's error body <c>{"code", "message"}</c>. A message may name a person, so it never leaves this class.</summary>
internal static class LeverError
{
    private const int MaxCodeLength = 64;
    private const string InvalidOffset = "Invalid offset token";

    /// <summary>The code of an error answer, if it looks like one.</summary>
    public static string? CodeOf(LeverAnswer answer) =>
        TextOf(answer, "code") is { Length: > 0 and <= MaxCodeLength } code && code.All(IsOfCode) ? code : null;

    /// <summary>The one message that means something: the list must begin again.</summary>
    public static bool IsInvalidOffset(LeverAnswer answer) =>
        answer.Status is >= 400 and <= 499
        && TextOf(answer, "message")?.Contains(InvalidOffset, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>
    /// A 404 of Lever. Some proxy's page with that status says nothing about the record, and must not make us take it for deleted.
    /// </summary>
    public static bool IsNotFound(LeverAnswer answer) =>
        answer is { Status: 404, Fault: LeverFault.None } && (answer.Body.IsEmpty || IsObject(answer.Body));

    private static bool IsObject(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsOfCode(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';

    private static string? TextOf(LeverAnswer answer, string name)
    {
        if (answer.Body.IsEmpty || answer.IsSuccess)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(name, out var text)
                && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // An error page of some proxy has no code.
        }
    }
}
