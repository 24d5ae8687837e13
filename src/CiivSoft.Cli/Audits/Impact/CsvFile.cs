using System.Text;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Audits.Impact;

/// <summary>A comma or semicolon separated file with a head line, quotes as in RFC 4180.</summary>
internal sealed class CsvFile
{
    private readonly Dictionary<string, int> _columns;

    private CsvFile(Dictionary<string, int> columns, IReadOnlyList<string[]> rows)
    {
        _columns = columns;
        Rows = rows;
    }

    public IReadOnlyList<string[]> Rows { get; }

    /// <exception cref="CliException">There is no head line, or the file cannot be read.</exception>
    public static CsvFile Read(FileInfo file)
    {
        try
        {
            return Parse(File.ReadAllText(file.FullName));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Broken, trouble.Message);
        }
    }

    /// <exception cref="CliException">There is no head line.</exception>
    public static CsvFile Parse(string text)
    {
        var separator = text.Split('\n')[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var rows = Records(text.TrimStart('\uFEFF'), separator)
            .Where(row => row.Any(field => field.Length > 0))
            .ToList();
        if (rows.Count == 0)
        {
            throw new CliException(ExitCodes.Broken, "The file is empty; its first line must name the columns.");
        }

        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, name) in rows[0].Index())
        {
            columns.TryAdd(Normal(name), i);
        }

        return new CsvFile(columns, rows[1..]);
    }

    /// <summary>Whether there is such a column, whatever its capitals and separators.</summary>
    public bool Has(string column) => _columns.ContainsKey(Normal(column));

    /// <summary>A row's field; empty where the column or the field is missing.</summary>
    public string Field(string[] row, string column) =>
        _columns.TryGetValue(Normal(column), out var i) && i < row.Length ? row[i].Trim() : "";

    private static string Normal(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static IEnumerable<string[]> Records(string text, char separator)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && (c == separator || c == '\n'))
            {
                fields.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == '\n')
                {
                    yield return [.. fields];
                    fields.Clear();
                }
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString().TrimEnd('\r'));
        yield return [.. fields];
    }
}
