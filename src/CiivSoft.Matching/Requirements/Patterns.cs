using System.Text.RegularExpressions;

namespace CiivSoft.Matching.Requirements;

internal static class Patterns
{
    /// <summary>Linear time whatever the text, and the same in every culture.</summary>
    public const RegexOptions Linear =
        RegexOptions.NonBacktracking
        | RegexOptions.CultureInvariant
        | RegexOptions.IgnoreCase
        | RegexOptions.ExplicitCapture;

    public static Regex Words(string alternatives) => new($@"\b({alternatives})\b", Linear);
}
