using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Scoring;

/// <summary>Numbers stems without a vocabulary: FNV-1a over UTF-16, the same in every process.</summary>
internal static class TermHash
{
    public static uint Of(string stem)
    {
        var hash = 2166136261u;
        foreach (var letter in stem)
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        return hash;
    }

    /// <summary>How often each stem of a text occurs, times <paramref name="weight"/>.</summary>
    public static void Count(string text, double weight, Dictionary<uint, double> counts)
    {
        var words = new WordReader(text);
        while (words.MoveNext())
        {
            var term = Of(EnglishStemmer.Stem(words.Current));
            counts[term] = counts.GetValueOrDefault(term) + weight;
        }
    }
}
