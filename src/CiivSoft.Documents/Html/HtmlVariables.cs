using System.Collections.Immutable;

namespace CiivSoft.Documents.Html;

/// <summary>The custom properties of CSS that are known at a place of a page.</summary>
internal sealed class HtmlVariables
{
    private const string Mark = "--";
    private const string Use = "var(";

    /// <summary>Variables that use variables grow like powers.</summary>
    private const int MostUses = 50;
    private const int LongestValue = 2_000;

    private readonly ImmutableDictionary<string, string> _values;

    private HtmlVariables(ImmutableDictionary<string, string> values) => _values = values;

    public static HtmlVariables None { get; } = new(ImmutableDictionary<string, string>.Empty);

    public HtmlVariables With(Dictionary<string, string> style)
    {
        var values = style.Where(entry => entry.Key.StartsWith(Mark, StringComparison.Ordinal)).ToList();
        return values.Count == 0 ? this : new HtmlVariables(_values.SetItems(values));
    }

    /// <summary>The value with each variable replaced; what is not known stays as it is.</summary>
    public string Resolve(string value)
    {
        for (var uses = 0; uses < MostUses && value.Length < LongestValue; uses++)
        {
            var start = value.IndexOf(Use, StringComparison.OrdinalIgnoreCase);
            var end = start < 0 ? -1 : EndOf(value, start + Use.Length);
            if (end < 0 || ValueOf(value[(start + Use.Length)..end]) is not { } known)
            {
                return value;
            }

            value = value[..start] + known + value[(end + 1)..];
        }

        return value;
    }

    private string? ValueOf(string use)
    {
        var parts = use.Split(',', 2, StringSplitOptions.TrimEntries);
        return _values.GetValueOrDefault(parts[0]) ?? parts.ElementAtOrDefault(1);
    }

    /// <summary>Where the bracket closes that was opened before an index; -1 when it stays open.</summary>
    private static int EndOf(string value, int start)
    {
        var depth = 1;
        for (var i = start; i < value.Length; i++)
        {
            depth += value[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
