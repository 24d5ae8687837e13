using System.Text.Json;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>
/// Where a page starts: the sort key of its first record as JSON, percent-encoded once, as Lever sends it in <c>next</c>. Both that form
/// and the decoded one come back, because some clients encode the token once more and some do not.
/// </summary>
internal static class OffsetToken
{
    public static string Encode(string json) => Uri.EscapeDataString(json);

    public static string EncodePosition(ListPosition position) =>
        Encode(FormattableString.Invariant($"[{position.Rank:R},{position.LastAdvancedAt},\"{position.Id}\"]"));

    public static string EncodeTimed(long time, string id) => Encode(FormattableString.Invariant($"[{time},\"{id}\"]"));

    public static ListPosition? DecodePosition(string? token)
    {
        if (token is null)
        {
            return null;
        }

        using var json = Parse(token);
        var root = json.RootElement;
        return
            root.ValueKind == JsonValueKind.Array
            && root.GetArrayLength() == 3
            && root[0].ValueKind == JsonValueKind.Number
            && root[1].ValueKind == JsonValueKind.Number
            && root[1].TryGetInt64(out var time)
            && root[2].ValueKind == JsonValueKind.String
            ? new ListPosition(root[0].GetDouble(), time, new EntityId(root[2].GetString() ?? ""))
            : throw Invalid();
    }

    public static (long Time, string Id)? DecodeTimed(string? token)
    {
        if (token is null)
        {
            return null;
        }

        using var json = Parse(token);
        var root = json.RootElement;
        return
            root.ValueKind == JsonValueKind.Array
            && root.GetArrayLength() == 2
            && root[0].ValueKind == JsonValueKind.Number
            && root[0].TryGetInt64(out var time)
            && root[1].ValueKind == JsonValueKind.String
            ? (time, root[1].GetString() ?? "")
            : throw Invalid();
    }

    public static int DecodeNumber(string? token)
    {
        if (token is null)
        {
            return 0;
        }

        using var json = Parse(token);
        return
            json.RootElement.ValueKind == JsonValueKind.Number
            && json.RootElement.TryGetInt32(out var number)
            && number >= 0
            ? number
            : throw Invalid();
    }

    private static JsonDocument Parse(string token) =>
        TryParse(token) ?? TryParse(Uri.UnescapeDataString(token)) ?? throw Invalid();

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RefusedException Invalid() => RefusedException.BadRequest("Invalid offset token");
}
