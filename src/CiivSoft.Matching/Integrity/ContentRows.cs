using System.Runtime.InteropServices;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Integrity;

/// <summary>
/// The words of a text that mean something, as numbers made of their stems, in rows: a row ends at a function word. Prose
/// has short rows, enumerations long ones.
/// </summary>
internal sealed class ContentRows
{
    private readonly List<ContentWord> _words;

    private ContentRows(List<ContentWord> words) => _words = words;

    public IReadOnlyList<ContentWord> Words => _words;

    public static ContentRows Of(string text) => Of(Term.Of(text));

    public static ContentRows Of(IReadOnlyList<Term> terms)
    {
        var words = new List<ContentWord>();
        var row = 0;
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

        return new ContentRows(words);
    }

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
