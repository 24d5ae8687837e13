using System.Collections.Immutable;
using System.Globalization;
using CiivSoft.LeverSimulator.Generation.People;

namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>Writes a person's résumé as of a month: what lies later is not in it yet.</summary>
internal static class ResumeComposer
{
    private static readonly ImmutableArray<string> JobHeadings =
    [
        "Experience",
        "Work Experience",
        "Employment History",
        "Professional Experience",
        "Career History",
    ];

    private static readonly ImmutableArray<string> StudyHeadings =
    [
        "Education",
        "Education and Training",
        "Qualifications",
        "Academic Background",
    ];

    private static readonly ImmutableArray<string> SummaryHeadings =
    [
        "Profile",
        "Summary",
        "About Me",
        "Personal Statement",
    ];
    private static readonly ImmutableArray<string> SkillHeadings =
    [
        "Skills",
        "Key Skills",
        "Core Competencies",
        "Skills and Tools",
    ];
    private static readonly ImmutableArray<string> Bullets = ["•", "-", "–", "•"];
    private static readonly ImmutableArray<int> Accents =
    [
        0x1F3A5F,
        0x222222,
        0x2E6B4F,
        0x7A2E39,
        0x3B4A6B,
        0x0F766E,
        0x5B3E84,
    ];

    public static ResumeContent Compose(Person person, Month asOf)
    {
        var dice = person.Seed.Dice("resume");
        var jobs = JobsAsOf(person, asOf);
        var dates = (DateStyle)dice.Next(0, 4);
        var sections = new List<ResumeSection>();
        if (dice.Chance(0.75))
        {
            sections.Add(
                Section(dice.Pick(SummaryHeadings), false, ResumeBlock.Paragraph(Summarize(person, jobs, asOf, dice)))
            );
        }

        AddMainSections(sections, person, jobs, asOf, dates, dice);
        AddRest(sections, person, dice);
        var headline = jobs.Length > 0 && dice.Chance(0.6) ? jobs[0].Title : "";
        return new ResumeContent(person.Name, headline, ContactOf(person, dice), [.. sections], StyleFrom(dice));
    }

    /// <summary>The jobs begun by then, newest first; one that ends later still lasts.</summary>
    public static ImmutableArray<Job> JobsAsOf(Person person, Month asOf) =>
        [
            .. person
                .Jobs.Where(job => job.Start <= asOf)
                .Select(job => job.End is { } end && end > asOf ? job with { End = null } : job),
        ];

    public static ImmutableArray<Study> StudiesAsOf(Person person, Month asOf) =>
        [.. person.Studies.Where(study => study.Start <= asOf)];

    private static void AddMainSections(
        List<ResumeSection> sections,
        Person person,
        ImmutableArray<Job> jobs,
        Month asOf,
        DateStyle dates,
        Dice dice
    )
    {
        var skills = Section(dice.Pick(SkillHeadings), true, SkillsBlock(person, dice));
        var studies = StudiesAsOf(person, asOf);
        var education = Section(
            dice.Pick(StudyHeadings),
            false,
            [.. studies.Select(study => StudyBlock(study, dates, asOf))]
        );
        var employment = Section(dice.Pick(JobHeadings), false, [.. jobs.Select(job => JobBlock(job, dates))]);
        var isBeginner = jobs.Length < 2;
        ResumeSection[] order =
            isBeginner ? [education, employment, skills]
            : dice.Chance(0.35) ? [skills, employment, education]
            : [employment, education, skills];
        sections.AddRange(order.Where(section => section.Blocks.Length > 0));
    }

    private static void AddRest(List<ResumeSection> sections, Person person, Dice dice)
    {
        if (person.Certificates.Length > 0)
        {
            var heading = dice.Chance(0.5) ? "Certificates" : "Licences and Certificates";
            sections.Add(Section(heading, true, ResumeBlock.List(person.Certificates)));
        }

        if (person.Languages.Length > 0)
        {
            sections.Add(Section("Languages", true, ResumeBlock.List(person.Languages)));
        }

        if (dice.Chance(0.25))
        {
            sections.Add(Section("Interests", true, ResumeBlock.Paragraph(Interests(dice))));
        }

        if (dice.Chance(0.2))
        {
            sections.Add(Section("References", false, ResumeBlock.Paragraph("Available on request.")));
        }
    }

    private static ResumeSection Section(string heading, bool isSide, params ImmutableArray<ResumeBlock> blocks) =>
        new(heading, isSide, blocks);

    private static string Summarize(Person person, ImmutableArray<Job> jobs, Month asOf, Dice dice)
    {
        var occupation = jobs.Length > 0 ? jobs[0].Occupation : person.Seed.Occupation;
        var months = jobs.Where(job => job.Occupation == occupation).Sum(job => (job.End ?? asOf) - job.Start);
        if (months < 24)
        {
            var skills = dice.PickSome(occupation.Skills, 2);
            var title = occupation.TitlesOf(1)[0];
            return dice.Fill(
                $"{{Motivated|Quick to learn|Conscientious}} {title.ToLowerInvariant()} at the start of a career, with "
                    + $"{{first|hands-on}} experience in {skills[0]} and {skills[1]}. {{Keen to learn from a strong team.|Looking for a place to grow.|Punctual and easy to work with.}}",
                _ => null
            );
        }

        var years = (months / 12).ToString(CultureInfo.InvariantCulture);
        return dice.Fill(
            dice.Pick(occupation.Summaries),
            slot => string.Equals(slot, "years", StringComparison.Ordinal) ? years : null
        );
    }

    private static ResumeBlock SkillsBlock(Person person, Dice dice)
    {
        ImmutableArray<string> skills = [.. person.Skills.Select(Capitalize)];
        return dice.Chance(0.5)
            ? ResumeBlock.List(skills)
            : ResumeBlock.Paragraph(string.Join(dice.Chance(0.5) ? ", " : " | ", skills));
    }

    private static ResumeBlock JobBlock(Job job, DateStyle style) =>
        new(
            job.Title,
            $"{job.Employer}, {job.Town}",
            DateText.Between(job.Start, job.End, style),
            job.Bullets,
            IsList: true
        );

    private static ResumeBlock StudyBlock(Study study, DateStyle style, Month asOf) =>
        new(
            $"{study.Degree} {study.Field}",
            study.School,
            DateText.Between(study.Start, study.End > asOf ? null : study.End, style),
            [],
            IsList: false
        );

    private static ImmutableArray<string> ContactOf(Person person, Dice dice)
    {
        string[] parts = [person.Place, person.Telephone, person.Email, .. person.Links];
        return dice.Chance(0.5) ? [.. parts] : [parts[2], parts[1], parts[0], .. person.Links];
    }

    private static string Interests(Dice dice)
    {
        ImmutableArray<string> all =
        [
            "hill walking",
            "five-a-side football",
            "choir",
            "allotment gardening",
            "cycling",
            "board games",
            "volunteering at a food bank",
            "photography",
            "baking",
            "running",
            "reading crime novels",
            "swimming",
        ];
        var interests = dice.PickSome(all, 3);
        return $"{Capitalize(interests[0])}, {interests[1]} and {interests[2]}.";
    }

    // Names such as dbt are written small.
    private static string Capitalize(string text) =>
        text.Length < 4 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static ResumeStyle StyleFrom(Dice dice) =>
        new(
            (ResumeLayout)dice.PickWeighted([0.5, 0.27, 0.23]),
            dice.Chance(0.35),
            dice.Pick(Bullets),
            dice.Pick(Accents),
            dice.Chance(0.45)
        );
}
