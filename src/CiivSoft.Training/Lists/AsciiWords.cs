using System.Text;

namespace CiivSoft.Training.Lists;

/// <summary>Cuts names into lower-case words of ASCII; whatever else is in them separates words.</summary>
internal static class AsciiWords
{
    /// <summary>Words of letters.</summary>
    public static IReadOnlyList<string> OfLetters(string text) => Cut(text, char.IsAsciiLetter);

    /// <summary>Words of letters, digits, + and # (c++, c#, 3d).</summary>
    public static IReadOnlyList<string> Of(string text) =>
        Cut(text, c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#');

    private static List<string> Cut(string text, Func<char, bool> belongs)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Append(' ').Select(char.ToLowerInvariant))
        {
            if (belongs(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }
}
