using System.IO.Compression;
using System.Text;

namespace CiivSoft.Training;

/// <summary>Reads the taxonomies' tables: gzip, UTF-8, a header line; each row by the names of its columns.</summary>
internal static class GzipTable
{
    /// <summary>Tab-separated, without quoting.</summary>
    public static IEnumerable<Row> ReadTabs(string path)
    {
        using var reader = Open(path);
        var header = Header((reader.ReadLine() ?? "").Split('\t'));
        while (reader.ReadLine() is { } line)
        {
            yield return new Row(header, line.Split('\t'));
        }
    }

    /// <summary>Comma-separated with quoted fields that may hold line breaks.</summary>
    /// <param name="path">The file.</param>
    /// <param name="firstColumn">The header is the first record that begins with this; what stands above is skipped.</param>
    public static IEnumerable<Row> ReadCommas(string path, string firstColumn)
    {
        using var reader = Open(path);
        Dictionary<string, int>? header = null;
        while (ReadRecord(reader) is { } fields)
        {
            if (header is not null)
            {
                yield return new Row(header, fields);
            }
            else if (string.Equals(fields[0], firstColumn, StringComparison.Ordinal))
            {
                header = Header(fields);
            }
        }
    }

    private static StreamReader Open(string path) =>
        new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);

    private static Dictionary<string, int> Header(IReadOnlyList<string> names) =>
        names.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);

    private static List<string>? ReadRecord(StreamReader reader)
    {
        if (reader.Peek() < 0)
        {
            return null;
        }
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var next = reader.Read(); next >= 0 && (quoted || next != '\n'); next = reader.Read())
        {
            if (next == '"' && quoted && reader.Peek() == '"')
            {
                field.Append((char)reader.Read());
            }
            else if (next == '"')
            {
                quoted = !quoted;
            }
            else if (next == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (next != '\r' || quoted)
            {
                field.Append((char)next);
            }
        }
        fields.Add(field.ToString());
        return fields;
    }

    internal readonly record struct Row(IReadOnlyDictionary<string, int> Header, IReadOnlyList<string> Fields)
    {
        /// <summary>Empty where a short row lacks the column.</summary>
        public string this[string column] => Header[column] < Fields.Count ? Fields[Header[column]] : "";

        public IEnumerable<string> Lines(string column) =>
            this[column].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
