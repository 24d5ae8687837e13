using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CiivSoft.Lever.Transport;

namespace CiivSoft.Lever.Json;

/// <summary>The envelopes of Lever's answers: <c>{"data": …, "hasNext", "next"}</c>, with the liberties that Lever takes.</summary>
internal static class LeverDocument
{
    // A record nested deeper than LeverJson allows is broken; its page is not.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>A list: an array, bare or in an envelope, or a single record.</summary>
    /// <exception cref="LeverException">It is no list, or it says that it goes on without saying where.</exception>
    public static ListAnswer<T> ReadList<T>(LeverRoute route, LeverAnswer answer, JsonTypeInfo<T> type)
        where T : class
    {
        using var document = Parse(route, answer);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
        {
            return ReadRecords(root.EnumerateArray(), type);
        }

        var data = Data(route, root, answer);
        var list = data.ValueKind switch
        {
            JsonValueKind.Array => ReadRecords(data.EnumerateArray(), type),
            JsonValueKind.Object => ReadRecords([data], type),
            _ => throw Unreadable(route, answer),
        };
        var hasNext = root.TryGetProperty("hasNext", out var flag) && ReadHasNext(route, flag, answer);
        var next = hasNext && root.TryGetProperty("next", out var token) ? TryGetText(token) : null;
        return hasNext && string.IsNullOrEmpty(next) ? throw Unreadable(route, answer) : list with { Next = next };
    }

    /// <summary>A single record.</summary>
    /// <exception cref="LeverException">It is none, or a broken one.</exception>
    public static T ReadRecord<T>(LeverRoute route, LeverAnswer answer, JsonTypeInfo<T> type, Func<T, bool> isTheOne)
        where T : class
    {
        using var document = Parse(route, answer);
        return TryRead(Data(route, document.RootElement, answer), type) is { } record && isTheOne(record)
            ? record
            : throw new LeverException(route, LeverFailure.BrokenRecord, answer.Status);
    }

    /// <summary>What a write made or changed: <c>id</c>, or <c>noteId</c>, or those one level deeper; null when it does not say.</summary>
    public static string? TryReadWrittenId(LeverRoute route, LeverAnswer answer)
    {
        try
        {
            using var document = Parse(route, answer);
            var data = Data(route, document.RootElement, answer);
            return IdIn(data) ?? (TryGetProperty(data, "data") is { } inner ? IdIn(inner) : null);
        }
        catch (LeverException)
        {
            return null;
        }
    }

    private static JsonDocument Parse(LeverRoute route, LeverAnswer answer)
    {
        var body = answer.Body;
        try
        {
            return JsonDocument.Parse(
                body.Span.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body,
                Options
            );
        }
        catch (JsonException)
        {
            throw Unreadable(route, answer);
        }
    }

    private static JsonElement Data(LeverRoute route, JsonElement root, LeverAnswer answer) =>
        TryGetProperty(root, "data") ?? throw Unreadable(route, answer);

    private static ListAnswer<T> ReadRecords<T>(IEnumerable<JsonElement> elements, JsonTypeInfo<T> type)
        where T : class
    {
        var items = new List<T>();
        var broken = 0;
        foreach (var element in elements)
        {
            if (TryRead(element, type) is { } item)
            {
                items.Add(item);
            }
            else
            {
                broken++;
            }
        }

        return new ListAnswer<T>(items, broken);
    }

    private static T? TryRead<T>(JsonElement element, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return element.Deserialize(type);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null; // Counted by the caller. What it says may be personal and helps nobody.
        }
    }

    private static bool ReadHasNext(LeverRoute route, JsonElement flag, LeverAnswer answer) =>
        flag.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            JsonValueKind.String when bool.TryParse(TryGetText(flag), out var value) => value,
            _ => throw Unreadable(route, answer),
        };

    private static string? IdIn(JsonElement data) => UsableId(data, "id") ?? UsableId(data, "noteId");

    private static string? UsableId(JsonElement data, string name) =>
        TryGetProperty(data, name) is { } id && TryGetText(id) is { } text && LeverIds.IsUsable(text) ? text : null;

    private static JsonElement? TryGetProperty(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static string? TryGetText(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            return element.GetRawText(); // Tokens of archive reasons are bare numbers.
        }

        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Half a surrogate pair: no id and no token has one.
        }
    }

    private static LeverException Unreadable(LeverRoute route, LeverAnswer answer) =>
        new(route, LeverFailure.Unreadable, answer.Status);
}

/// <summary>One page as it came; <see cref="Next"/> is the paging token, null at the end.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items, int Broken)
{
    public string? Next { get; init; }
}
