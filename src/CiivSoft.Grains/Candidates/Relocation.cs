using System.Text.RegularExpressions;

namespace CiivSoft.Grains.Candidates;

/// <summary>Whether a résumé says that the person is willing to relocate. Only a plain statement counts, and a denial wins.</summary>
internal static partial class Relocation
{
    public static bool IsOffered(string text) => Offer().IsMatch(text) && !Denial().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:willing|open|happy|able|prepared|ready|keen)\s+(?:to\s+(?:be\s+)?relocat(?:e|ed|ing|ion)|for\s+relocation)\b|\brelocation\s*:\s*yes\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Offer();

    [GeneratedRegex(
        @"\b(?:not|unwilling|unable|never)\s+(?:currently\s+)?(?:(?:willing|open|happy|able|prepared|ready|keen)\s+)?(?:to|for)\s+(?:be\s+)?relocat(?:e|ed|ing|ion)\b|\brelocation\s*:\s*no\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Denial();
}
