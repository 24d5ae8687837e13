using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Generation.Content;

namespace CiivSoft.LeverSimulator.Generation.People;

/// <summary>Makes careers backwards from today: every job ends before the next begins, studies come first.</summary>
internal static class CareerFactory
{
    private const int MonthsOfLevel2 = 26;
    private const int MonthsOfLevel3 = 80;
    private const int MonthsOfLevel4 = 150;

    public static (ImmutableArray<Job> Jobs, ImmutableArray<Study> Studies) Create(
        PersonSeed seed,
        Country country,
        string town
    )
    {
        var dice = seed.Dice("career");
        var experience = ExperienceOf(seed.Level, dice);
        var start = seed.Now.Add(-experience);
        var lines = new DutyLines(dice);
        var spans = SplitIntoSpans(dice, start, seed.Now);
        var jobs = new List<Job>();
        foreach (var span in spans)
        {
            // What is long ago gets fewer lines.
            var bullets = Math.Min(
                BulletsFor((span.End ?? seed.Now) - span.Start, dice),
                Math.Max(2, 7 - (2 * jobs.Count))
            );
            jobs.Add(CreateJob(seed, dice, lines, country, town, start, span, bullets));
        }

        if (!dice.Chance(seed.Level == 1 ? 0.3 : 0.16))
        {
            return ([.. jobs], CreateStudies(seed.Occupation, dice, country, start.Add(-dice.Next(0, 4))));
        }

        // Whoever changed the occupation went back to school, always where a licence asks for it, or learned the new one on the job.
        var isLicensed = seed.Occupation.Certificates.Any(line => line.IsForAll);
        if (isLicensed || dice.Chance(0.5))
        {
            var studies = CreateStudies(seed.Occupation, dice, country, start.Add(-dice.Next(0, 4)));
            jobs.Add(CreateEarlierJob(seed, dice, lines, country, town, studies[^1].Start.Add(-1)));
            return ([.. jobs], studies);
        }

        var earlier = CreateEarlierJob(seed, dice, lines, country, town, start.Add(-dice.Next(0, 8)));
        jobs.Add(earlier);
        return ([.. jobs], CreateStudies(earlier.Occupation, dice, country, earlier.Start.Add(-dice.Next(1, 5))));
    }

    private static int ExperienceOf(int level, Dice dice) =>
        level switch
        {
            1 => dice.Next(4, MonthsOfLevel2),
            2 => dice.Next(MonthsOfLevel2 + 4, MonthsOfLevel3 + 24),
            3 => dice.Next(MonthsOfLevel3 + 6, MonthsOfLevel4 + 20),
            _ => dice.Next(MonthsOfLevel4 + 6, 300),
        };

    private static List<(Month Start, Month? End)> SplitIntoSpans(Dice dice, Month start, Month now)
    {
        var spans = new List<(Month, Month?)>();
        var isBetweenJobs = dice.Chance(0.2);
        Month? end = isBetweenJobs && now - start > 8 ? now.Add(-dice.Next(1, 7)) : null;
        while (true)
        {
            var last = end ?? now;
            var length = Math.Max(dice.Next(10, 44), 6);
            var begin = last.Add(-length);
            if (begin.Add(-9) <= start || spans.Count == 6)
            {
                spans.Add((start < last ? start : last.Add(-3), end));
                return spans;
            }

            spans.Add((begin, end));
            end = begin.Add(-GapBefore(dice));
            if (end.Value <= start.Add(3))
            {
                return spans;
            }
        }
    }

    // Most change without a break; some take months, a few a year or two.
    private static int GapBefore(Dice dice) =>
        dice.PickWeighted([0.78, 0.14, 0.08]) switch
        {
            0 => dice.Next(0, 2),
            1 => dice.Next(3, 8),
            _ => dice.Next(9, 28),
        };

    private static Job CreateJob(
        PersonSeed seed,
        Dice dice,
        DutyLines lines,
        Country country,
        string town,
        Month start,
        (Month Start, Month? End) span,
        int bulletCount
    )
    {
        var level = Math.Min(seed.Level, LevelAfter((span.End ?? seed.Now) - start));
        var bullets = lines.Take(seed.Occupation, level, bulletCount);
        return new Job(
            seed.Occupation,
            level,
            TitleOf(dice, seed.Occupation, level),
            EmployerOf(dice, seed.Occupation.EmployerKind),
            dice.Chance(0.7) ? town : dice.Pick(country.Towns),
            span.Start,
            span.End,
            bullets
        );
    }

    private static Job CreateEarlierJob(
        PersonSeed seed,
        Dice dice,
        DutyLines lines,
        Country country,
        string town,
        Month end
    )
    {
        var others = OccupationSheets.All.Remove(seed.Occupation);
        var occupation =
            seed.Occupation.Related.Length > 0 && dice.Chance(0.4)
                ? OccupationSheets.Get(dice.Pick(seed.Occupation.Related))
                : dice.Pick(others);
        var months = dice.Next(12, 60);
        var level = months > 30 ? 2 : 1;
        return new Job(
            occupation,
            level,
            TitleOf(dice, occupation, level),
            EmployerOf(dice, occupation.EmployerKind),
            dice.Chance(0.5) ? town : dice.Pick(country.Towns),
            end.Add(-months),
            end,
            lines.Take(occupation, level, 3)
        );
    }

    private static int LevelAfter(int months) =>
        months switch
        {
            < MonthsOfLevel2 => 1,
            < MonthsOfLevel3 => 2,
            < MonthsOfLevel4 => 3,
            _ => 4,
        };

    private static int BulletsFor(int months, Dice dice) => Math.Min(6, 3 + (months / 24)) + (dice.Chance(0.3) ? 1 : 0);

    private static string TitleOf(Dice dice, Occupation occupation, int level) =>
        dice.Fill(dice.Pick(occupation.TitlesOf(level)), _ => null);

    private static string EmployerOf(Dice dice, string kind)
    {
        var employers = PeopleLists.Employers[kind];
        return $"{dice.Pick(employers.FirstWords)} {dice.Pick(employers.LastWords)}";
    }

    private static ImmutableArray<Study> CreateStudies(Occupation occupation, Dice dice, Country country, Month end)
    {
        var degree = dice.Pick(occupation.Degrees);
        var years = degree.Name[0] is 'B' or 'L' || degree.Name.StartsWith("MEng", StringComparison.Ordinal) ? 3 : 2;
        var summer = Month.Of(end.Year, 6) <= end ? Month.Of(end.Year, 6) : Month.Of(end.Year - 1, 6);
        var school = SchoolFor(dice, country, degree);
        var study = new Study(school, degree.Name, degree.Field, Month.Of(summer.Year - years, 9), summer);
        var first = occupation.Degrees[0];
        var isSecond = degree.Name[0] == 'M' && first.Name[0] == 'B';
        if (!isSecond)
        {
            return [study];
        }

        var before = Month.Of(study.Start.Year, 6);
        var bachelor = new Study(
            SchoolFor(dice, country, first),
            first.Name,
            first.Field,
            Month.Of(before.Year - 3, 9),
            before
        );
        return [study, bachelor];
    }

    private static string SchoolFor(Dice dice, Country country, Degree degree)
    {
        var isUniversity =
            degree.Name[0] is 'B' or 'M' or 'L' or 'P' or 'D' or 'G'
            && !degree.Name.StartsWith("GCSE", StringComparison.Ordinal);
        return isUniversity && !degree.Name.StartsWith("BTEC", StringComparison.Ordinal)
            ? dice.Pick(country.Schools)
            : $"{dice.Pick(country.Towns)} College";
    }
}
