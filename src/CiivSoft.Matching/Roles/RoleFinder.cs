using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Redaction;

namespace CiivSoft.Matching.Roles;

/// <summary>
/// Finds job titles in a résumé's text: short capitalised phrases that hold the head noun of known job titles, within
/// two lines of a year, outside education, skill lists and the like.
/// </summary>
internal sealed class RoleFinder(IReadOnlySet<string> headNouns)
{
    private const int MaxRoles = 30;
    private const int LinesFromYear = 2;

    private readonly TitleReader _titles = new(headNouns);

    /// <summary>In the order of the text, where the most recent usually comes first; each title once.</summary>
    /// <param name="text">The scored text.</param>
    /// <param name="lines">Its lines, none of them blank.</param>
    public IReadOnlyList<Role> Find(string text, IReadOnlyList<TextLine> lines)
    {
        var hasYear = lines.Select(line => DateSpotter.HasYear(line.Span)).ToArray();
        var found = new List<Role>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var section = SectionKind.Header;
        for (var i = 0; i < lines.Count && found.Count < MaxRoles; i++)
        {
            if (SectionFinder.HeadingOf(lines[i]) is { } heading)
            {
                section = heading;
            }
            else if (HoldsRoles(section) && IsNearYear(hasYear, i) && _titles.Read(text, lines[i]) is { } title)
            {
                var role = new Role(text.Substring(title.Start, title.Length), title.Start, title.Length);
                if (seen.Add(role.Title))
                {
                    found.Add(role);
                }
            }
        }

        return found;
    }

    private static bool HoldsRoles(SectionKind section) =>
        section is SectionKind.Header or SectionKind.Summary or SectionKind.Experience or SectionKind.Other;

    private static bool IsNearYear(bool[] hasYear, int line)
    {
        var first = Math.Max(0, line - LinesFromYear);
        var last = Math.Min(hasYear.Length - 1, line + LinesFromYear);
        return hasYear.AsSpan(first, last - first + 1).Contains(true);
    }
}
