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
    [InlineData("Clerk 07/2000-09/2014", 171)]
    [InlineData("Clerk 01/2018-03/2018", 3)]
    [InlineData("Clerk Jan 2018-03/2018", 3)]
    [InlineData("Clerk 2014/05-2016/08", 28)]
    [InlineData("Clerk 03.2017-05.2019", 27)]
    [InlineData("Clerk 01/04/2015 - 31/03/2017", 24)]
    [InlineData("Clerk 04/01/2015 - 03/31/2017", 24)]
    [InlineData("Clerk 1 Jan 2015 - 31 Mar 2017", 27)]
    [InlineData("Teacher 2012/2013", 12)]
    [InlineData("SQL Server 2005/2008", 0)]
    [InlineData("Worked with releases 2003/2008/2012/2016 of it", 0)]
    [InlineData("Clerk ١٢/2019 - 2020", 12)]
    [InlineData("no dates at all", 0)]
    public void Periods_are_merged_and_added_up(string work, int months) =>
        ResumeFactsReader.Read("Experience\n" + work).MonthsOfWork.ShouldBe(months);

    [Theory]
    [InlineData("- Present")]
    [InlineData("to present")]
    [InlineData("- Till date")]
    [InlineData("to Till Date")]
    [InlineData("till date")]
    [InlineData("– up to now")]
    [InlineData("- to date")]
    public void Present_is_the_month_that_is_passed_in(string present) =>
        ResumeFactsReader.Read($"Experience\nClerk 01/2015 {present}", (2020 * 12) + 0).MonthsOfWork.ShouldBe(60);

    [Theory]
    [InlineData("B.S. in Nursing, State University", EducationLevel.Bachelor)]
    [InlineData("B.A. Chemistry", EducationLevel.Bachelor)]
    [InlineData("B.S., Business Administration", EducationLevel.Bachelor)]
    [InlineData("M.S. in Finance", EducationLevel.Master)]
    [InlineData("M.A., History", EducationLevel.Master)]
    [InlineData("MA in History", EducationLevel.Master)]
    [InlineData("MS, Data Analytics", EducationLevel.Master)]
    [InlineData("Lettings Office, Boston, MA (2012 - 2015)", null)]
    [InlineData("Lotus Notes, MA, Mac OS", null)]
    [InlineData("Sent P.M.A.S. forms", null)]
    [InlineData("Best sales promotion in the company", null)]
    [InlineData("Coverage of small cap and mbo deals", null)]
    public void Degrees_have_many_spellings_and_places_are_none(string line, EducationLevel? level) =>
        ResumeFactsReader
            .Read("Education\n" + line)
            .Education.Select(fact => (EducationLevel?)fact.Level)
            .FirstOrDefault()
            .ShouldBe(level);

    [Theory]
    [InlineData("CompTIA Security+ and Network+ (2019)", "CompTIA")]
    [InlineData("Holds Security+ since 2019", "CompTIA")]
    public void Licences_may_end_with_a_sign(string line, string licence) =>
        ResumeFactsReader.Read("Certificates\n" + line).Licences.Select(fact => fact.Name).ShouldBe([licence]);

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
