using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Postings;

/// <summary>Recognises the lines of a posting that are about the employer's terms and not about the work.</summary>
internal static class Boilerplate
{
    private static readonly Regex Terms = Patterns.Words(
        @"equal opportunity|equal employment|veteran status|protected veterans?|sexual orientation|gender identity|national origin|accommodations?|affirmative action|401\(?k|dental|paid time off|paid holidays?|benefits include|health insurance|life insurance|salary range|base pay|compensation (range|package)|(competitive|total|annual|base) compensation"
    );

    /// <summary>Whether a line speaks of them.</summary>
    /// <param name="line">The line.</param>
    /// <param name="title">The posting's title: what it names is the work, as is dental in a dental assistant's.</param>
    public static bool Holds(ReadOnlySpan<char> line, string title)
    {
        foreach (var match in Terms.EnumerateMatches(line))
        {
            if (!title.AsSpan().Contains(line.Slice(match.Index, match.Length), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
