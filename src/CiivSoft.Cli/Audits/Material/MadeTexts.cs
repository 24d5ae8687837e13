using System.Globalization;

namespace CiivSoft.Cli.Audits.Material;

/// <summary>
/// Believable postings and résumés out of <see cref="MadeOccupation"/>, so that audits run on a machine without data.
/// Nobody in them exists.
/// </summary>
internal static class MadeTexts
{
    private const int LastYear = 2024;

    private static readonly string[] Employers =
    [
        "Northfield Group",
        "Harbour & Sons",
        "Brightwater",
        "Keystone Partners",
        "Lindum",
        "Meridian Works",
        "Oakridge",
        "Riverside Services",
        "Summit Company",
        "Unity Trust",
        "Westgate",
        "Castle Hill",
    ];

    private static readonly string[] Colleges =
    [
        "State University",
        "City College",
        "Technical College",
        "Community College",
        "Northern Institute",
        "Lakeside University",
    ];

    private static readonly string[] Openings =
    [
        "{0} with {1} years of experience who works carefully and gets along with people.",
        "Reliable {0}, {1} years in the trade, used to deadlines and to training others.",
        "{0} looking for the next step after {1} years of practice.",
    ];

    /// <summary>One posting for each occupation.</summary>
    public static IReadOnlyList<AuditPosting> Postings { get; } =
    [
        .. MadeOccupation.All.Select(work => new AuditPosting(
            work.PostingTitle,
            $"{work.About}\n\nWhat you will do\n{Lines(work.Asks.Take(4))}\n\nWhat we ask for\n{Lines(work.Asks.Skip(4))}\n"
                + "We offer fair pay and a team that helps. We are an equal opportunity employer."
        )),
    ];

    /// <summary>A résumé without any personal detail; every field is drawn.</summary>
    /// <param name="occupation">Index into <see cref="MadeOccupation.All"/>.</param>
    /// <param name="chance">Drawn from.</param>
    public static string Resume(int occupation, Chance chance)
    {
        var work = MadeOccupation.All[occupation];
        var years = chance.Next(3, 16);
        var parts = new List<string>
        {
            work.Titles[0],
            Heading(chance, "Summary", "Profile", "Professional Summary")
                + "\n"
                + string.Format(CultureInfo.InvariantCulture, chance.Pick(Openings), work.Titles[0], years),
        };
        var skills =
            Heading(chance, "Skills", "Core Skills", "Key Skills")
            + "\n"
            + string.Join(", ", chance.Draw(work.Skills, 6));
        if (chance.Next(2) == 0)
        {
            parts.Add(skills);
        }

        parts.Add(
            Heading(chance, "Work Experience", "Professional Experience", "Employment History")
                + "\n"
                + History(work, years, chance)
        );
        if (!parts.Contains(skills))
        {
            parts.Add(skills);
        }

        parts.Add($"Education\n{work.School}, {chance.Pick(Colleges)}, {LastYear - years - chance.Next(3)}");
        return string.Join("\n\n", parts) + "\n";
    }

    private static string History(MadeOccupation work, int years, Chance chance)
    {
        var roles = 1 + chance.Next(Math.Min(3, years - 1));
        var duties = chance.Draw(work.Duties, work.Duties.Count);
        var blocks = new List<string>();
        var end = LastYear;
        for (var i = 0; i < roles; i++)
        {
            var start = i + 1 == roles ? LastYear - years : end - Math.Max(1, years / roles);
            var title = i == 0 ? chance.Pick(work.Titles) : work.Titles[^1];
            var mine = duties.Skip(i * duties.Length / roles).Take((duties.Length + roles - 1) / roles);
            blocks.Add(
                $"{title}, {(i == 0 ? $"{start} - Present" : $"{start} - {end}")}\n{chance.Pick(Employers)}\n{Lines(mine)}"
            );
            end = start;
        }

        return string.Join("\n\n", blocks);
    }

    private static string Heading(Chance chance, params string[] wordings)
    {
        var wording = chance.Pick(wordings);
        return chance.Next(2) == 0 ? wording : wording.ToUpperInvariant();
    }

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items.Select(item => $"- {item}."));
}
