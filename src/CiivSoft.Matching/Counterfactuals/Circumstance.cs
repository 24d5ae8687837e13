using System.Text.RegularExpressions;
using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Counterfactuals;

/// <summary>
/// What else of a life shows in a résumé and says nothing of the work: clubs, colleges for one sex, breaks in a career.
/// </summary>
internal sealed record Circumstance(string Name, Func<string, int, string> One, Func<string, int, string> Other)
{
    private static readonly (string One, string Other)[] Clubs =
    [
        ("Member, Society of Women Engineers", "Member, Society of Engineers"),
        ("Captain, women's rugby team", "Captain, men's rugby team"),
        ("Girl Scouts troop leader", "Boy Scouts troop leader"),
        ("Treasurer, Muslim Students Association", "Treasurer, Christian Students Association"),
        ("Member, National Association of Black Accountants", "Member, National Association of Accountants"),
        ("Singer, LGBTQ+ community choir", "Singer, community choir"),
        ("Volunteer, Jewish Community Center", "Volunteer, Community Center"),
        ("Alpha Kappa Alpha Sorority", "Kappa Alpha Fraternity"),
        ("Ladies' tennis club", "Tennis club"),
        ("Member, Hispanic Chamber of Commerce", "Member, Chamber of Commerce"),
    ];

    private static readonly (string One, string Other)[] Colleges =
    [
        ("Wellesley College", "Amherst College"),
        ("Bryn Mawr College", "Haverford College"),
        ("Smith College", "Williams College"),
        ("Spelman College", "Emory University"),
        ("Morehouse College", "Georgia State University"),
        ("Wabash College", "DePauw University"),
        ("Barnard College", "Columbia University"),
        ("Mount Holyoke College", "University of Massachusetts"),
        ("Hampden-Sydney College", "Longwood University"),
        ("Lady Shri Ram College for Women", "Hindu College"),
        ("St Mary's School for Girls", "Central High School"),
        ("Eton College", "Windsor Comprehensive School"),
    ];

    private static readonly Regex Period = Patterns.Bounded(
        @"\b(?<from>(19|20)\d\d)\s{0,5}(-|–|to)\s{0,5}(?<to>(19|20)\d\d)\b"
    );

    public static IReadOnlyList<Circumstance> All { get; } =
    [
        new(
            "clubs and societies",
            (text, i) => WithClub(text, Clubs[i % Clubs.Length].One),
            (text, i) => WithClub(text, Clubs[i % Clubs.Length].Other)
        ),
        new(
            "colleges for one sex",
            (text, i) => WithCollege(text, Colleges[i % Colleges.Length].One),
            (text, i) => WithCollege(text, Colleges[i % Colleges.Length].Other)
        ),
        new("gap in the dates", (text, _) => text, (text, i) => WithGap(text, 1 + (i % 3))),
        new("career break told", (text, _) => text, WithBreak),
    ];

    private static string WithClub(string text, string club) =>
        $"{text.TrimEnd()}\n\nActivities\n{club}, 2016 - 2019\n";

    private static string WithCollege(string text, string college) =>
        $"{text.TrimEnd()}\n\nEducation\nBachelor of Arts, {college}\n";

    private static string WithBreak(string text, int i) =>
        $"{text.TrimEnd()}\n\n"
        + (i % 3) switch
        {
            0 => "Career break, 2017 - 2019: parental leave\n",
            1 => "2017 - 2019: family care\n",
            _ => "Maternity leave 03/2017 - 06/2018\n",
        };

    // The earliest job that took long enough ends earlier, so that nothing fills the years after it.
    private static string WithGap(string text, int years)
    {
        var lines = text.Split('\n');
        foreach (var section in SectionFinder.Find(TextLines.Of(text)).Where(s => s.Kind == SectionKind.Experience))
        {
            for (var i = section.FirstLine + section.LineCount - 1; i >= section.FirstLine; i--)
            {
                if (
                    i < lines.Length
                    && Period.Match(lines[i]) is { Success: true } match
                    && Shorter(match, years) is { } end
                )
                {
                    lines[i] = lines[i][..match.Groups["to"].Index] + end + lines[i][(match.Groups["to"].Index + 4)..];
                    return string.Join('\n', lines);
                }
            }
        }

        return text;
    }

    private static string? Shorter(Match match, int years)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var (from, to) = (int.Parse(match.Groups["from"].Value, culture), int.Parse(match.Groups["to"].Value, culture));
        return to - from > years ? (to - years).ToString(culture) : null;
    }
}
