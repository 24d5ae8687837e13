using System.IO.Compression;
using CiivSoft.Matching.Text;

namespace CiivSoft.Training.Knowledge;

/// <summary>
/// How common English words are: their order in the GloVe vocabulary (Stanford NLP, PDDL 1.0), words of letters,
/// digits, + and # only.
/// </summary>
internal static class WordOrder
{
    private const string Resource = "english-word-order.txt.gz";

    /// <summary>By stem, the rank (from 0) of its most frequent word.</summary>
    public static IReadOnlyDictionary<string, int> ReadStemRanks()
    {
        using var file =
            typeof(WordOrder).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} is not part of this build.");
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var rank = 0; reader.ReadLine() is { } word; rank++)
        {
            if (!StopWords.Contains(word))
            {
                ranks.TryAdd(EnglishStemmer.Stem(word), rank);
            }
        }

        return ranks;
    }
}
