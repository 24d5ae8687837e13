using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CiivSoft.LeverSimulator.World;
using Microsoft.AspNetCore.WebUtilities;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>The parameters of a query. A name may come several times and in PHP's way, <c>name[]</c>; names that nobody asks for are ignored.</summary>
internal sealed class QueryValues
{
    public static readonly QueryValues Empty = new("");

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <param name="text">As it stands in the address, with or without the question mark.</param>
    public QueryValues(string text)
    {
        foreach (var pair in new QueryStringEnumerable(text))
        {
            var name = pair.DecodeName().ToString();
            name = name.EndsWith("[]", StringComparison.Ordinal) ? name[..^2] : name;
            if (!_values.TryGetValue(name, out var values))
            {
                values = [];
                _values.Add(name, values);
            }

            values.Add(pair.DecodeValue().ToString());
        }
    }

    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The last value; null when the name is absent.</summary>
    public string? Get(string name) => _values.TryGetValue(name, out var values) ? values[^1] : null;

    public ImmutableArray<string> GetAll(string name) => _values.TryGetValue(name, out var values) ? [.. values] : [];

    /// <exception cref="RefusedException">It is neither <c>true</c> nor <c>false</c>.</exception>
    public bool? GetFlag(string name) =>
        Get(name) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            _ => throw RefusedException.BadRequest($"{name} must be true or false"),
        };

    /// <exception cref="RefusedException">It is no number of milliseconds.</exception>
    public long? GetTime(string name)
    {
        if (Get(name) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
            ? time
            : throw RefusedException.BadRequest($"{name} must be a timestamp in milliseconds");
    }

    /// <summary>The inclusive range of <c>name_start</c> and <c>name_end</c>.</summary>
    public TimeRange GetRange(string name) => new(GetTime(name + "_start"), GetTime(name + "_end"));

    /// <exception cref="RefusedException">The value is none of <paramref name="allowed"/>.</exception>
    public ImmutableArray<string> GetAllOf(string name, params ReadOnlySpan<string> allowed)
    {
        var values = GetAll(name);
        foreach (var value in values)
        {
            if (!allowed.Contains(value))
            {
                throw RefusedException.BadRequest(
                    new StringBuilder(name).Append(" must be one of: ").AppendJoin(", ", allowed).ToString()
                );
            }
        }

        return values;
    }
}
