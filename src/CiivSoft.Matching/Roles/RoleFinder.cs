using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Roles;

/// <summary>
/// Finds job titles in a résumé's text: short capitalised phrases that hold the head noun of known job titles, within
/// two lines of a year, outside education, skill lists and the like. Where none stands near a year, those under the
/// heading of the work history count.
/// </summary>
internal sealed class RoleFinder(IReadOnlySet<string> headNouns)
{
    private const int MaxRoles = 30;

    // More titles than anybody has jobs, some of them named twice.
    private const int MostTitles = 100;
    private const int LinesFromYear = RoleOrder.LinesFromDates;

    private readonly TitleReader _titles = new(headNouns);

    /// <summary>The most recent first; each title once.</summary>
    /// <param name="text">The scored text.</param>
    /// <param name="lines">Its lines, none of them blank.</param>
    public IReadOnlyList<Role> Find(string text, IReadOnlyList<TextLine> lines)
    {
        var hasYear = lines.Select(line => DateSpotter.HasYear(line.Span)).ToArray();
        var (dated, undated) = (new List<PlacedTitle>(), new List<PlacedTitle>());
        var section = SectionKind.Header;
        for (var i = 0; i < lines.Count && dated.Count < MostTitles; i++)
        {
            if (SectionFinder.HeadingOf(lines[i]) is { } heading)
            {
                section = heading;
                continue;
            }

            var isNearYear = IsNearYear(hasYear, i);
            var mayHold = isNearYear ? HoldsRoles(section) : section == SectionKind.Experience;
            if (mayHold && TitleOf(text, lines, i) is { } title)
            {
                (isNearYear ? dated : undated).Add(new PlacedTitle(title, i));
            }
        }

        var titles = dated.Count > 0 ? RoleOrder.NewestFirst(text, lines, dated) : undated;
        return
        [
            .. titles
                .Select(title => new Role(text.Substring(title.Start, title.Length), title.Start, title.Length))
                .DistinctBy(role => role.Title, StringComparer.OrdinalIgnoreCase)
                .Take(MaxRoles),
        ];
    }

    // A line in lower case is a title only where its dates follow.
    private TextSpan? TitleOf(string text, IReadOnlyList<TextLine> lines, int line) =>
        _titles.Read(text, lines[line])
        ?? (
            line + 1 < lines.Count && DateSpotter.Dates(lines[line + 1].Span) is [{ Start: 0 }, ..]
                ? _titles.ReadWithoutCapital(lines[line])
                : null
        );

    private static bool HoldsRoles(SectionKind section) =>
        section is SectionKind.Header or SectionKind.Summary or SectionKind.Experience or SectionKind.Other;

    private static bool IsNearYear(bool[] hasYear, int line)
    {
        var first = Math.Max(0, line - LinesFromYear);
        var last = Math.Min(hasYear.Length - 1, line + LinesFromYear);
        return hasYear.AsSpan(first, last - first + 1).Contains(true);
    }
}
