using CiivSoft.Matching.Knowledge;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Scoring;

/// <summary>Adds up how often terms occur.</summary>
internal sealed class TermCounter(Lexicon lexicon)
{
    public Dictionary<uint, double> Counts { get; } = [];

    /// <summary>The number of words added, of any weight.</summary>
    public int Words { get; private set; }

    public void Add(ReadOnlySpan<char> text, double weight)
    {
        var words = new WordReader(text);
        while (words.MoveNext())
        {
            var term = lexicon.TermOf(EnglishStemmer.Stem(words.Current));
            Counts[term] = Counts.GetValueOrDefault(term) + weight;
            Words++;
        }
    }
}
