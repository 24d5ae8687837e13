using System.Globalization;
using System.Text;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Text;

/// <summary>No script stacks more than a few marks on one letter; more is a prank that makes lines unreadable.</summary>
internal static class CombiningMarks
{
    private const int MostOnOneLetter = 4;

    public static string Limit(string text, Findings findings)
    {
        var result = new StringBuilder(text.Length);
        var onThisLetter = 0;
        var removed = 0;
        foreach (var character in text)
        {
            onThisLetter = IsMark(character) ? onThisLetter + 1 : 0;
            if (onThisLetter <= MostOnOneLetter)
            {
                result.Append(character);
            }
            else
            {
                removed++;
            }
        }

        findings.Add(DocumentWarningKind.OddCharacters, "stacked combining marks removed", removed);
        return removed == 0 ? text : result.ToString();
    }

    private static bool IsMark(char character) =>
        character >= '\u0300'
        && char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
