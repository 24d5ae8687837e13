using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Text;

/// <summary>Reports words that mix Latin letters with Cyrillic or Greek ones: they look like words and match none.</summary>
internal static class MixedScripts
{
    public static void Report(string text, Findings findings)
    {
        var words = 0;
        bool latin = false,
            lookalike = false;
        foreach (var character in text)
        {
            if (char.IsLetter(character))
            {
                latin |= char.IsAsciiLetter(character);
                // The micro sign, pi and the like stand for units and constants.
                lookalike |= character is >= '\u0370' and <= '\u052F' and not ('\u03BC' or '\u03C0' or '\u03A9');
            }
            else
            {
                words += latin && lookalike ? 1 : 0;
                latin = lookalike = false;
            }
        }

        words += latin && lookalike ? 1 : 0;
        findings.Add(DocumentWarningKind.MixedScripts, "words of Latin and Cyrillic or Greek letters", words);
    }
}
