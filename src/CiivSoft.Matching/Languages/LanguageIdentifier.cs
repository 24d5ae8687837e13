using System.Text;
using CiivSoft.Matching.Redaction;

namespace CiivSoft.Matching.Languages;

/// <summary>Tells in which language a text is written, by its function words and letter groups.</summary>
public static class LanguageIdentifier
{
    private const int MaxLetters = 16_000;
    private const int MinWords = 8;
    private const int MinLetters = 20;
    private const int WordPoints = 10;
    private const int LetterPoints = 2;
    private const int WorkPoints = 2;

    // Points for a hundred words; prose has 300 and more, a foreign language below 150.
    private const int MinPoints = 120;

    /// <summary>The language; the model's words are English, so only that is supported.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isList">
    /// Whether it is a mere list of names, "Kubernetes, Terraform": these are of no language, so it is taken for English unless it
    /// is plainly of another one.
    /// </param>
    public static LanguageGuess Identify(string text, bool isList = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words(text);
        // Chinese and Japanese put no spaces between words: letters tell sooner than words.
        var letters = words.Sum(word => word.Length);
        if (letters >= MinLetters && words.Sum(word => word.Count(IsLatin)) * 2 < letters)
        {
            return new LanguageGuess("other", IsSupported: false);
        }

        if (words.Count < MinWords)
        {
            return new LanguageGuess("und", IsSupported: true);
        }

        var plain = " " + string.Join(' ', words) + " ";
        var best = LanguageProfile.All.MaxBy(profile => Points(profile, words, plain)) ?? LanguageProfile.All[0];
        var points = Points(best, words, plain) * 100 / words.Count;
        return points < MinPoints
            ? new LanguageGuess(isList ? "und" : "other", IsSupported: isList)
            : new LanguageGuess(best.Code, best.Code is "en");
    }

    private static int Points(LanguageProfile profile, List<string> words, string plain)
    {
        var points = words.Count(profile.Words.Contains) * WordPoints;
        points += profile.Letters.Sum(letters => Count(plain, letters) * LetterPoints);

        // Lists of skills hold no function words; words of work, known in English only, stand in for them.
        return profile.Code is "en" ? points + (words.Count(WorkWords.Contains) * WorkPoints) : points;
    }

    private static int Count(string text, string part)
    {
        var count = 0;
        for (
            var at = text.IndexOf(part, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(part, at + 1, StringComparison.Ordinal)
        )
        {
            count++;
        }

        return count;
    }

    private static bool IsLatin(char letter) => letter is < '\u0250' or (>= '\u1E00' and <= '\u1EFF');

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var letters = 0;
        for (var i = 0; i < text.Length && letters < MaxLetters; i++)
        {
            if (char.IsLetter(text[i]))
            {
                word.Append(char.ToLowerInvariant(text[i]));
                letters++;
            }
            else
            {
                EndWord();
            }
        }

        EndWord();
        return words;

        void EndWord()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }
}
