using System.Text.RegularExpressions;

namespace CiivSoft.Matching.Text;

/// <summary>How patterns are run: the same in every culture.</summary>
internal static class Patterns
{
    /// <summary>Linear time whatever the pattern, at some megabytes of memory for each.</summary>
    public const RegexOptions Linear = Plain | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Never reached by a pattern that is bounded; a test holds each to it. A match that broke off would be an error.
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A pattern whose repetitions have a limit, or whose neighbours match other characters, so that the time stays in
    /// proportion to the text. It takes kilobytes.
    /// </summary>
    public static Regex Bounded(string pattern) => new(pattern, Plain | RegexOptions.IgnoreCase, Never);

    /// <summary>Like <see cref="Bounded"/>, where capitals tell something.</summary>
    public static Regex WithCase(string pattern) => new(pattern, Plain, Never);

    /// <summary>Whole words, in alternatives that are <see cref="Bounded"/>.</summary>
    public static Regex Words(string alternatives) => Bounded($@"\b({alternatives})\b");
}
