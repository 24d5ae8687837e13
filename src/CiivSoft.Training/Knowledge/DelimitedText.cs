using System.IO.Compression;
using System.Text;

namespace CiivSoft.Training.Knowledge;

/// <summary>Reads gzip-compressed tables with a header line: tab-separated without quoting, or CSV (RFC 4180).</summary>
internal static class DelimitedText
{
    /// <summary>The rows of a tab-separated file, each by column name.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> ReadTabs(string path)
    {
        using var reader = Open(path);
        return [.. Named(Lines(reader).Select(line => line.Split('\t')))];
    }

    /// <summary>The rows of a CSV file, each by column name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="headerStart">The name of the first column; lines before the one it opens are skipped.</param>
    public static IEnumerable<IReadOnlyDictionary<string, string>> ReadCsv(string path, string headerStart)
    {
        using var reader = Open(path);
        var rows = ParseCsv(reader.ReadToEnd())
            .SkipWhile(row => !string.Equals(row[0], headerStart, StringComparison.Ordinal));
        return [.. Named(rows)];
    }

    private static StreamReader Open(string path) =>
        new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Named(IEnumerable<string[]> rows)
    {
        string[]? header = null;
        foreach (var row in rows)
        {
            if (header is null)
            {
                header = row;
                continue;
            }

            var named = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < header.Length; i++)
            {
                named[header[i]] = i < row.Length ? row[i] : "";
            }

            yield return named;
        }
    }

    private static IEnumerable<string[]> ParseCsv(string text)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (c is ',' or '\n'))
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return [.. row];
                    row.Clear();
                }
            }
            else if (quoted || c != '\r')
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || row.Count > 0)
        {
            row.Add(field.ToString());
            yield return [.. row];
        }
    }
}
