using System.Runtime.InteropServices;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Integrity;

/// <summary>
/// The words of a text that mean something, as numbers made of their stems, in rows. A row ends at a function word, and at
/// the end of a line that holds one: prose has short rows, enumerations long ones, over several lines too.
/// </summary>
internal sealed class ContentRows
{
    private readonly List<ContentWord> _words;

    private ContentRows(List<ContentWord> words) => _words = words;

    public IReadOnlyList<ContentWord> Words => _words;

    public static ContentRows Of(string text)
    {
        var words = new List<ContentWord>();
        var row = 0;
        foreach (var line in TextLines.Of(text))
        {
            var terms = Term.Of(text, line.Start, line.Length);
            var isProse = terms.Exists(IsFunctionWord);
            row += isProse ? 1 : 0;
            foreach (var term in terms)
            {
                if (term.IsContent)
                {
                    words.Add(new ContentWord(HashOf(term.Stem), row, term.Start, term.End, term.Lower.Length));
                }
                else
                {
                    row++;
                }
            }

            row += isProse ? 1 : 0;
        }

        return new ContentRows(words);
    }

    // Numbers and single letters stand in lists too.
    private static bool IsFunctionWord(Term term) => term.Lower.Length > 1 && StopWords.Contains(term.Lower);

    /// <summary>The words outside these stretches; the very same rows where there are none.</summary>
    public ContentRows Without(IReadOnlyCollection<IntegrityFlag> stretches) =>
        stretches.Count == 0
            ? this
            : new([
                .. _words.Where(word => !stretches.Any(s => word.Start < s.Start + s.Length && s.Start < word.End)),
            ]);

    /// <summary>The words as a set, for looking others up in it.</summary>
    public HashSet<ulong> ToSet() => [.. _words.Select(word => word.Hash)];

    private static ulong HashOf(string stem)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var c in stem)
        {
            hash = (hash ^ c) * 1_099_511_628_211UL;
        }

        return hash;
    }
}

/// <summary>A word that means something.</summary>
/// <param name="Hash">Of its stem.</param>
/// <param name="Row">The row it stands in.</param>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="End">Behind it.</param>
/// <param name="Length">How many letters it has.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ContentWord(ulong Hash, int Row, int Start, int End, int Length);
