using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Requirements;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CiivSoft.Matching.Evidence;

public sealed class EvidenceFinderTests
{
    private const string Resume = """
        Maria Lopez
        maria.lopez@example.org

        Summary
        Nurse with 6 years of experience in intensive care. She has no experience with dialysis and wants to learn phlebotomy.

        Experience
        Staff Nurse 03/2016 - 05/2019
        Mercy Hospital
        Performed wound dressing for 20 patients a day and managed the yearly ward budget.
        Care Assistant 01/2014 - 02/2016

        Education
        Bachelor of Science in Nursing, State College, 2013

        Languages
        Spanish (B1), English fluent

        Certifications
        BLS, ACLS
        """;

    private static readonly RedactedText Redacted = Redactor.Redact(
        Resume,
        new PersonDetails { Names = ["Maria Lopez"] }
    );

    [Theory]
    [InlineData(
        "wound care",
        Judgement.Met,
        "Performed wound dressing for 20 patients a day and managed the yearly ward budget"
    )]
    [InlineData("intensive care", Judgement.Met, "Nurse with 6 years of experience in intensive care")]
    [InlineData("phlebotomy", Judgement.Unknown, null)]
    [InlineData("dialysis", Judgement.NotMet, null)]
    [InlineData("Kubernetes", Judgement.Unknown, null)]
    [InlineData("ward budget planning", Judgement.Unknown, null)]
    [InlineData(
        "budget managed",
        Judgement.Partly,
        "Performed wound dressing for 20 patients a day and managed the yearly ward budget"
    )]
    public void Skills_are_found_by_any_name_unless_denied_or_wished_for(
        string skill,
        Judgement judgement,
        string? quote
    )
    {
        var finding = Judge(Skill(skill));

        finding.Judgement.ShouldBe(judgement);
        finding.Quote?.Text.ShouldBe(quote);
    }

    [Theory]
    [InlineData(5, "intensive care", Judgement.Met)]
    [InlineData(5, "", Judgement.Met)]
    [InlineData(7, "", Judgement.NotMet)]
    [InlineData(5, "wound care", Judgement.Partly)]
    public void Years_are_compared_with_what_is_stated_and_dated(int years, string topic, Judgement judgement)
    {
        var requirement = Skill(topic) with { Kind = RequirementKind.Years, MinYears = years };

        Judge(requirement).Judgement.ShouldBe(judgement);
    }

    [Theory]
    [InlineData(null, Judgement.Unknown)]
    [InlineData((2021 * 12) + 3, Judgement.NotMet)]
    [InlineData((2024 * 12) + 3, Judgement.Met)]
    public void Work_that_goes_on_lasts_until_the_month_that_is_passed_in(int? asOfMonth, Judgement judgement)
    {
        const string resume = "Experience\nNurse, 04/2020 - present\nLooked after patients.";
        var years = Skill("Nurse") with { Kind = RequirementKind.Years, MinYears = 3 };

        EvidenceFinder
            .Judge(new RequirementList("test", [years], []), resume, resume, asOfMonth)[0]
            .Judgement.ShouldBe(judgement);
    }

    [Fact]
    public void Years_in_the_summary_need_no_word_that_says_what_of()
    {
        const string resume = "Summary\nSoftware engineer, 8 years.\nMoved here 9 years ago.";
        var years = Skill("") with { Kind = RequirementKind.Years, MinYears = 8 };

        EvidenceFinder
            .Judge(new RequirementList("test", [years, years with { MinYears = 9 }], []), resume, resume)
            .Select(finding => finding.Quote?.Text)
            .ShouldBe(["Software engineer, 8 years", null]);
    }

    [Fact]
    public void A_course_of_three_years_is_no_work()
    {
        const string resume =
            "Education\n3 year diploma in Mechanical Engineering\n3 years in mechanical engineering at college";
        var years = Skill("mechanical engineering") with { Kind = RequirementKind.Years, MinYears = 3 };

        EvidenceFinder
            .Judge(new RequirementList("test", [years], []), resume, resume)[0]
            .Judgement.ShouldBe(Judgement.Unknown);
    }

    [Theory]
    [InlineData("Azure", "Platforms: .NET 8, ASP.NET Core, Docker, Azure")]
    [InlineData("Java", "Languages: C#, Java, Go, SQL")]
    public void Of_several_lists_in_a_line_the_one_is_quoted_that_names_the_skill(string skill, string quote)
    {
        const string resume =
            "Skills\nLanguages: C#, Java, Go, SQL | Platforms: .NET 8, ASP.NET Core, Docker, Azure | Tools: Git, RabbitMQ";

        EvidenceFinder
            .Judge(new RequirementList("test", [Skill(skill)], []), resume, resume)[0]
            .Quote!.Text.ShouldBe(quote);
    }

    [Theory]
    [InlineData("ACCA, in progress: 9 of 13 papers", Judgement.Partly)]
    [InlineData("Part-qualified ACCA", Judgement.Partly)]
    [InlineData("ACCA (lapsed)", Judgement.Partly)]
    [InlineData("ACCA since 2015; Spanish course in progress", Judgement.Met)]
    [InlineData("ACCA, CPA (expired 2019)", Judgement.Met)]
    [InlineData("ACCA\nMSc in progress", Judgement.Met)]
    [InlineData("ACCA, no pending fees", Judgement.Met)]
    public void A_certificate_that_is_not_held_now_is_shown_in_part(string line, Judgement judgement)
    {
        var resume = "Certifications\n" + line;
        var licence = Skill("ACCA, ACA or CIMA") with { Kind = RequirementKind.Licence };

        EvidenceFinder
            .Judge(new RequirementList("test", [licence], []), resume, resume)[0]
            .Judgement.ShouldBe(judgement);
    }

    [Theory]
    [InlineData(EducationLevel.Bachelor, Judgement.Met)]
    [InlineData(EducationLevel.School, Judgement.Met)]
    [InlineData(EducationLevel.Master, Judgement.NotMet)]
    public void Education_is_compared_by_level(EducationLevel level, Judgement judgement) =>
        Judge(Skill("degree") with { Kind = RequirementKind.Education, MinEducation = level })
            .Judgement.ShouldBe(judgement);

    [Theory]
    [InlineData("Spanish", LanguageLevel.Fluent, Judgement.Partly)]
    [InlineData("Spanish", LanguageLevel.Intermediate, Judgement.Met)]
    [InlineData("English", LanguageLevel.Fluent, Judgement.Met)]
    [InlineData("German", LanguageLevel.Basic, Judgement.Unknown)]
    public void Languages_are_compared_by_level(string language, LanguageLevel level, Judgement judgement) =>
        Judge(Skill(language) with { Kind = RequirementKind.Language, MinLanguage = level })
            .Judgement.ShouldBe(judgement);

    [Fact]
    public void A_word_of_a_title_is_not_the_title()
    {
        const string chef = "Experience\nExecutive Chef, 2015 - 2020\nPrepared menus that boosted sales by a tenth.";
        var role = Skill("Sales Associate") with { Kind = RequirementKind.Role };

        EvidenceFinder
            .Judge(new RequirementList("test", [role], []), chef, chef)[0]
            .Judgement.ShouldBe(Judgement.Unknown);
    }

    [Theory]
    [InlineData("Education\nCourse for project managers and scrum masters, 2019")]
    [InlineData("Accomplishments\nSpeaker at the National Black MBA Conference")]
    [InlineData("Experience\nPlan the budget together with our BSc office")]
    public void Words_that_look_like_a_degree_are_none(string resume)
    {
        var degree = Skill("Bachelor's degree") with
        {
            Kind = RequirementKind.Education,
            MinEducation = EducationLevel.Bachelor,
        };

        EvidenceFinder
            .Judge(new RequirementList("test", [degree], []), resume, resume)[0]
            .Judgement.ShouldBe(Judgement.Unknown);
    }

    [Theory]
    [InlineData(2, Judgement.Met, "Staff Nurse 03/2016 - 05/2019")]
    [InlineData(5, Judgement.Partly, "Staff Nurse 03/2016 - 05/2019")]
    [InlineData(9, Judgement.NotMet, null)]
    public void Years_count_where_the_work_itself_was_of_that_kind(int years, Judgement judgement, string? quote)
    {
        var finding = Judge(Skill("Staff Nurse") with { Kind = RequirementKind.Years, MinYears = years });

        finding.Judgement.ShouldBe(judgement);
        (finding.Quote?.Text).ShouldBe(quote);
    }

    [Fact]
    public void Of_several_jobs_that_make_up_the_years_the_one_is_quoted_that_says_so_itself()
    {
        const string resume = """
            Experience
            Senior Delivery Manager, 01/2019 - present
            Project manager of the bank's move to a new core system, with a budget of two million and forty people in three countries.
            Delivered on time.
            Project Manager, 01/2017 - 12/2018
            Led teams.
            Project Manager, 01/2013 - 12/2016
            Led larger teams.
            """;
        var years = Skill("Project Manager") with { Kind = RequirementKind.Years, MinYears = 2 };

        EvidenceFinder
            .Judge(new RequirementList("test", [years], []), resume, resume, (2024 * 12) + 3)[0]
            .Quote!.Text.ShouldBe("Project Manager, 01/2013 - 12/2016");
    }

    [Fact]
    public void A_quote_that_is_cut_short_does_not_end_with_a_word_that_joins()
    {
        foreach (var length in Enumerable.Range(1, 40))
        {
            var resume =
                $"Experience\nDid triage on the ward and kept {new string('w', length)} "
                + string.Concat(Enumerable.Repeat("books and lists of the ", 12));

            var quote = EvidenceFinder
                .Judge(new RequirementList("test", [Skill("triage")], []), resume, resume)[0]
                .Quote;

            quote!.Text.ShouldMatch("(books|lists)$");
        }
    }

    [Fact]
    public void A_role_is_quoted_with_its_line() =>
        Judge(Skill("Staff Nurse") with { Kind = RequirementKind.Role })
            .Quote?.Text.ShouldBe("Staff Nurse 03/2016 - 05/2019");

    [Theory]
    [InlineData("Senior Staff Nurse", Judgement.Partly)]
    [InlineData("Dialysis Nurse", Judgement.Partly)]
    [InlineData("Nurse Manager", Judgement.Unknown)]
    public void A_lesser_role_is_not_passed_off_as_the_one_asked_for(string title, Judgement judgement) =>
        Judge(Skill(title) with { Kind = RequirementKind.Role }).Judgement.ShouldBe(judgement);

    [Fact]
    public void A_licence_is_found_by_name() =>
        Judge(Skill("BLS") with { Kind = RequirementKind.Licence }).Judgement.ShouldBe(Judgement.Met);

    [Fact]
    public void Texts_of_different_length_are_refused() =>
        Should.Throw<ArgumentException>(() => EvidenceFinder.Judge(RequirementList.Empty, "abc", "ab"));

    [Property(MaxTest = 300, Arbitrary = [typeof(ResumeText)])]
    public void Every_quote_stands_at_its_offset_and_nothing_redacted_is_in_it(string text)
    {
        var posting = new PostingSource(
            "Staff Nurse",
            Resume + "\nRequirements\n- 3 years of experience in wound care\n- BLS\n- Bachelor's degree"
        );
        var redacted = Redactor.Redact(text, new PersonDetails { Names = ["Maria Lopez"] });

        foreach (var finding in EvidenceFinder.Judge(RequirementDrafter.Draft(posting), text, redacted))
        {
            if (finding.Quote is not { } quote)
            {
                finding.Judgement.ShouldBeOneOf(Judgement.Unknown, Judgement.NotMet);
                continue;
            }

            text.Substring(quote.Start, quote.Text.Length).ShouldBe(quote.Text);
            quote.Text.Length.ShouldBeInRange(1, Quote.MaxLength);
            redacted.Touches(quote.Start, quote.Text.Length).ShouldBeFalse();
        }
    }

    private static Finding Judge(Requirement requirement) =>
        EvidenceFinder.Judge(new RequirementList("test", [requirement], []), Resume, Redacted)[0];

    private static Requirement Skill(string name) =>
        new()
        {
            Id = "skill:" + name,
            Kind = RequirementKind.Skill,
            Importance = RequirementImportance.Must,
            Weight = 1,
            Text = name,
            Terms = name.Length == 0 ? [] : [name],
        };

    private static class ResumeText
    {
        private static readonly string[] Pieces =
        [
            "Maria Lopez",
            "maria@example.org",
            "wound care",
            "wound",
            "dressing",
            "BLS",
            "Staff Nurse",
            "03/2016 - Present",
            "5 years of experience in wound care",
            "Bachelor of Science",
            "She",
            "her",
            "no",
            "\n",
            "\n\n",
            ". ",
            ", ",
            " ",
            "\t",
            "•",
            "Experience\n",
            "Skills\n",
            "Education\n",
            "é",
            "😀",
            "\u202E",
            "王小明",
            "@",
            "\r\n",
            "a very long line of words that goes on and on with patients and wards and shifts and teams and budgets and care plans and",
        ];

        public static Arbitrary<string> Texts() =>
            Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
    }
}
