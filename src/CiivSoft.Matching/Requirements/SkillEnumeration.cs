using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>Reads "Key skills: purchase planning, vendor management": there every item is a skill, known or not.</summary>
internal static class SkillEnumeration
{
    private const int MaxItemWords = 5;

    private static readonly Regex Label = Patterns.Bounded(
        @"^\s*((key|core|required|technical|main|essential|it)\s+)?(skills?|competenc(e|ies)|kenntnisse|compétences|competencias|umiejętności|vaardigheden|competenze|competências|competențe)\s*:"
    );

    /// <summary>How long the label is, its colon included; 0 for none.</summary>
    public static int LabelLength(string line) => Label.Match(line).Length;

    /// <summary>The items of a list as offsets in <paramref name="text"/>; what is too long for a skill is left out.</summary>
    public static IEnumerable<(int Start, int Length)> Items(string text, int start, int length)
    {
        var first = start;
        for (var i = first; i <= start + length; i++)
        {
            if (i < start + length && text[i] is not (',' or '/' or '|'))
            {
                continue;
            }

            var terms = Term.Of(text, first, i - first);
            if (terms.Count is > 0 and <= MaxItemWords && terms.Exists(term => term.IsContent))
            {
                yield return (terms[0].Start, terms[^1].End - terms[0].Start);
            }

            first = i + 1;
        }
    }
}
