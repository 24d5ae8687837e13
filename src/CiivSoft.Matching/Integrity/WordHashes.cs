using CiivSoft.Matching.Redaction;

namespace CiivSoft.Matching.Integrity;

/// <summary>
/// The words of a text as numbers, in their order, and where they stand: enough to see what two texts say in the same
/// words, at the price of a look-up for each.
/// </summary>
internal sealed class WordHashes
{
    /// <summary>Words that must agree one after the other.</summary>
    public const int Shingle = 8;

    private const ulong Offset = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly ulong[] _shingles;

    private WordHashes(int[] starts, int[] ends, ulong[] shingles)
    {
        _starts = starts;
        _ends = ends;
        _shingles = shingles;
    }

    /// <summary>One for each word that has enough words behind it.</summary>
    public ReadOnlySpan<ulong> Shingles => _shingles;

    /// <summary>The shingles as a set, for looking others up in it.</summary>
    public HashSet<ulong> ToSet() => [.. _shingles];

    public int StartOf(int word) => _starts[word];

    public int EndOf(int word) => _ends[word];

    public static WordHashes Of(string text)
    {
        var (starts, ends, hashes) = (new List<int>(), new List<int>(), new List<ulong>());
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            var (start, hash) = (i, Offset);
            for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++)
            {
                hash = (hash ^ Folding.FoldLetter(text[i])) * Prime;
            }

            starts.Add(start);
            ends.Add(i);
            hashes.Add(hash);
        }

        var shingles = new ulong[Math.Max(0, hashes.Count - Shingle + 1)];
        for (var i = 0; i < shingles.Length; i++)
        {
            shingles[i] = ShingleAt(hashes, i);
        }

        return new WordHashes([.. starts], [.. ends], shingles);
    }

    private static ulong ShingleAt(List<ulong> hashes, int first)
    {
        var shingle = Offset;
        for (var i = first; i < first + Shingle; i++)
        {
            shingle = (shingle ^ hashes[i]) * Prime;
            shingle ^= shingle >> 29;
        }

        return shingle;
    }
}
