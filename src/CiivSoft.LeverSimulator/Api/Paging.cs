using System.Globalization;
using System.Text.Json;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>The list envelope, and pages of lists that are held as a whole.</summary>
internal static class Paging
{
    public const int MaxLimit = 100;

    /// <exception cref="RefusedException">It is not a whole number from 1 to 100.</exception>
    public static int GetLimit(QueryValues query)
    {
        if (query.Get("limit") is not { } text)
        {
            return MaxLimit;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= MaxLimit
            ? limit
            : throw RefusedException.BadRequest("limit must be between 1 and 100");
    }

    /// <summary>In the order given; the token is the place in it.</summary>
    public static Answer Numbered<T>(QueryValues query, IReadOnlyList<T> items, WriteValue<T> write)
    {
        var (limit, start) = (GetLimit(query), OffsetToken.DecodeNumber(query.Get("offset")));
        var end = (int)Math.Min((long)start + limit, items.Count);
        var next = end < items.Count ? OffsetToken.Encode(end.ToString(CultureInfo.InvariantCulture)) : null;
        return Page([.. items.Skip(start).Take(limit)], next, write);
    }

    /// <summary>Newest first, then by id; the token is time and id of the next record, which is found again when others come or go.</summary>
    public static Answer NewestFirst<T>(
        QueryValues query,
        IEnumerable<T> items,
        Func<T, long> timeOf,
        Func<T, string> idOf,
        WriteValue<T> write
    )
    {
        var limit = GetLimit(query);
        var start = OffsetToken.DecodeTimed(query.Get("offset"));
        bool IsInPage(T item) =>
            start is not { } from
            || timeOf(item) < from.Time
            || (timeOf(item) == from.Time && string.CompareOrdinal(idOf(item), from.Id) >= 0);

        var found = items
            .Where(IsInPage)
            .OrderByDescending(timeOf)
            .ThenBy(idOf, StringComparer.Ordinal)
            .Take(limit + 1)
            .ToList();
        var next = found.Count > limit ? OffsetToken.EncodeTimed(timeOf(found[limit]), idOf(found[limit])) : null;
        return Page([.. found.Take(limit)], next, write);
    }

    /// <param name="items">The page.</param>
    /// <param name="next">The token of the next page; null at the end, when Lever leaves the field out.</param>
    /// <param name="write">Writes a record.</param>
    public static Answer Page<T>(IReadOnlyList<T> items, string? next, WriteValue<T> write) =>
        new()
        {
            Status = 200,
            WriteJson = json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("data");
                json.WriteItems(items, write);
                json.WriteBoolean("hasNext", next is not null);
                if (next is not null)
                {
                    json.WriteString("next", next);
                }

                json.WriteEndObject();
            },
        };

    /// <summary><c>{"data": […]}</c> without <c>hasNext</c>, as two of Lever's lists are.</summary>
    public static Answer Bare<T>(IReadOnlyList<T> items, WriteValue<T> write) =>
        Answer.Data(json => json.WriteItems(items, write));

    public static void WriteElement(Utf8JsonWriter json, JsonElement element) => element.WriteTo(json);
}
