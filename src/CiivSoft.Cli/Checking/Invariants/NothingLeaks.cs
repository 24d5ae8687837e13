using System.Text;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>I8: no API key and no résumé text where it does not belong: in logs, and for the key in any file in clear.</summary>
internal sealed class NothingLeaks
{
    public const string Id = "I8";

    // So many words in a row are no accident.
    private const int Run = 6;
    private const int ReportAtMost = 20;

    private readonly List<string> _secrets;
    private readonly HashSet<ulong> _runs = [];

    /// <param name="apiKeys">Keys in clear; they are looked for as they are and as HTTP sends them.</param>
    /// <param name="resumes">Résumé texts.</param>
    public NothingLeaks(IEnumerable<string> apiKeys, IEnumerable<string> resumes)
    {
        _secrets =
        [
            .. apiKeys.SelectMany(key => new[] { key, Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")) }),
        ];
        foreach (var resume in resumes)
        {
            _runs.UnionWith(Runs(resume));
        }
    }

    /// <summary>Searches the lines of a log.</summary>
    /// <param name="name">What the log is called in findings.</param>
    /// <param name="lines">Its lines.</param>
    public IEnumerable<Breach> CheckLog(string name, IEnumerable<string> lines) =>
        lines.SelectMany((line, index) => CheckLine(name, line, index + 1)).Take(ReportAtMost);

    /// <summary>Searches a file of any kind for keys in clear.</summary>
    public IEnumerable<Breach> CheckBytes(string name, byte[] content) =>
        _secrets.Any(secret => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0)
            ? [new Breach(Id, "key-in-file", "A file holds the API key in clear.", name)]
            : [];

    private IEnumerable<Breach> CheckLine(string name, string line, int number)
    {
        if (_secrets.Exists(secret => line.Contains(secret, StringComparison.Ordinal)))
        {
            yield return new Breach(Id, "key-in-log", $"Line {number} of a log holds the API key.", name);
        }

        if (_runs.Count > 0 && Runs(line).Any(_runs.Contains))
        {
            yield return new Breach(
                Id,
                "resume-in-log",
                $"Line {number} of a log holds {Run} words in a row of a résumé.",
                name
            );
        }
    }

    // FNV-1a over the words, lower case, of every run.
    private static IEnumerable<ulong> Runs(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var start = 0; start + Run <= words.Length; start++)
        {
            var hash = 14695981039346656037UL;
            for (var word = start; word < start + Run; word++)
            {
                foreach (var unit in words[word])
                {
                    hash = (hash ^ char.ToUpperInvariant(unit)) * 1099511628211UL;
                }

                hash = (hash ^ ' ') * 1099511628211UL;
            }

            yield return hash;
        }
    }
}
