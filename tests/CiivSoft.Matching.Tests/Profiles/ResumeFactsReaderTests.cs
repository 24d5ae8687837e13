using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Profiles;

public sealed class ResumeFactsReaderTests
{
    [Theory]
    [InlineData("Clerk 01/2015 - 12/2016\nCook 06/2016 - 06/2017", 30)]
    [InlineData("Clerk Jan 2015 to March 2015\nCook 2012–2014", 27)]
    [InlineData("Clerk März 2010 bis Mai 2011", 15)]
    [InlineData("Clerk 2015 - Present", 1)]
    [InlineData("Marketing 2015 – 2017", 24)]
    [InlineData("Veteran\n2015 to 2017 Driver", 24)]
    [InlineData("Clerk 12/2019 - 03/2015", 0)]
    [InlineData("Lot 1900 - 1940, 2015 - 2017", 24)]
    [InlineData("no dates at all", 0)]
    public void Periods_are_merged_and_added_up(string work, int months) =>
        ResumeFactsReader.Read("Experience\n" + work).MonthsOfWork.ShouldBe(months);

    [Fact]
    public void Present_is_the_month_that_is_passed_in() =>
        ResumeFactsReader.Read("Experience\nClerk 01/2015 - Present", (2020 * 12) + 0).MonthsOfWork.ShouldBe(60);

    [Theory]
    [InlineData("Education")]
    [InlineData("Certificates")]
    [InlineData("Personal details")]
    public void Years_of_school_and_of_life_are_no_work(string heading) =>
        ResumeFactsReader.Read($"Experience\nClerk 2015 - 2017\n{heading}\n2003 - 2009").MonthsOfWork.ShouldBe(24);

    [Fact]
    public void Sections_are_found_in_capitals_with_spaces_and_in_other_languages()
    {
        const string text =
            "Jan\nE X P E R I E N C E\nClerk\nBILDUNG\nAbitur\nCompétences :\nExcel\nTaalkennis\nIdiomas\n• Lenguas";

        SectionFinder
            .Find(text)
            .Select(section => section.Kind)
            .ShouldBe([
                SectionKind.Header,
                SectionKind.Experience,
                SectionKind.Education,
                SectionKind.Skills,
                SectionKind.Languages,
            ]);
    }

    [Fact]
    public void Education_languages_licences_and_skills_are_read()
    {
        var facts = ResumeFactsReader.Read(
            """
            Education
            Master of Science in Data Analytics, State University
            High school diploma
            Skills
            SQL, Postgres, K8s; no experience with Java
            Languages
            German (C1), Polish - native
            Certificates
            PMP, driving licence
            """
        );

        facts.Education.Select(fact => fact.Level).ShouldBe([EducationLevel.Master, EducationLevel.School]);
        facts
            .Languages.Select(fact => (fact.Language, fact.Level))
            .ShouldBe([("German", LanguageLevel.Fluent), ("Polish", LanguageLevel.Native)]);
        facts
            .Licences.Select(fact => fact.Name)
            .ShouldBe(["PMP, PRINCE2 or AgilePM", "Driving licence"], ignoreOrder: true);
        facts.Skills.Select(fact => fact.Name).ShouldContain("Kubernetes");
        facts.Skills.Select(fact => fact.Name).ShouldContain("PostgreSQL");
        facts.Skills.Select(fact => fact.Name).ShouldNotContain("Java");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\uD800\uFFFF")]
    [InlineData("2019 - 9999 to to to 0000")]
    public void Rubbish_has_no_facts(string text) => ResumeFactsReader.Read(text).Work.ShouldBeEmpty();
}
