using System.Text;

namespace CiivSoft.Documents.Html;

/// <summary>A rough count of open tags that stops documents made of nothing but opening tags.</summary>
internal static class TagDepth
{
    private static readonly string[] Void =
    [
        "br",
        "hr",
        "img",
        "meta",
        "link",
        "input",
        "p",
        "li",
        "td",
        "tr",
        "dt",
        "dd",
        "col",
        "option",
        "area",
        "wbr",
    ];

    public static string Limit(string html, int most)
    {
        var depth = 0;
        StringBuilder? result = null;
        var kept = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; )
        {
            var end = html.IndexOf('>', at);
            if (end < 0)
            {
                break;
            }

            depth = html[at + 1] == '/' ? Math.Max(0, depth - 1) : depth + Opens(html, at, end);
            if (depth > most)
            {
                // Drop this tag and keep what is around it.
                result ??= new StringBuilder(html.Length);
                result.Append(html, kept, at - kept);
                kept = end + 1;
                depth = html[at + 1] == '/' ? depth : depth - 1;
            }

            at = html.IndexOf('<', end);
        }

        return result is null ? html : result.Append(html, kept, html.Length - kept).ToString();
    }

    private static int Opens(string html, int at, int end)
    {
        if (!char.IsAsciiLetter(html[at + 1]) || html[end - 1] == '/')
        {
            return 0;
        }

        var name = html.AsSpan(at + 1, end - at - 1);
        var blank = name.IndexOfAny(' ', '\t', '\n');
        name = blank < 0 ? name : name[..blank];
        foreach (var empty in Void)
        {
            if (name.Equals(empty, StringComparison.OrdinalIgnoreCase))
            {
                return 0;
            }
        }

        return 1;
    }
}
