using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Roles;

namespace CiivSoft.Matching.Tests.Roles;

public sealed class RoleFinderTests
{
    private static readonly HashSet<string> HeadNouns =
    [
        "nurse",
        "accountant",
        "manager",
        "developer",
        "clerk",
        "associate",
        "director",
        "teacher",
    ];

    [Fact]
    public void A_title_above_its_employer_and_dates_is_found() =>
        Find(
                """
                Work Experience
                Registered Nurse
                St. Mary's Hospital, Leeds
                March 2019 - Present
                Cared for patients on a ward of 24 beds.
                Staff Nurse
                City Clinic, York
                2015 - 2019
                """
            )
            .ShouldBe(["Registered Nurse", "Staff Nurse"]);

    [Fact]
    public void A_title_in_one_line_with_dates_and_employer_is_found() =>
        Find(
                """
                EMPLOYMENT HISTORY
                Senior Accountant, Miller & Sons Ltd, 01/2018 to 06/2021
                Northwind plc | Accounts Clerk | 2014 – 2017
                """
            )
            .ShouldBe(["Senior Accountant", "Accounts Clerk"]);

    [Fact]
    public void A_title_behind_the_dates_is_found() =>
        Find("Experience\n06/2013 to 02/2015 Java Developer\nBuilt a billing system.").ShouldBe(["Java Developer"]);

    [Fact]
    public void A_title_in_lower_case_after_its_first_word_is_found() =>
        Find("Experience\nAssociate of sales\nCarrefour, 2022 - present").ShouldBe(["Associate of sales"]);

    [Fact]
    public void Without_headings_roles_are_found_all_the_same() =>
        Find("Warehouse Manager\nAcme Logistics 2016-2020").ShouldBe(["Warehouse Manager"]);

    [Fact]
    public void Degrees_and_schools_are_no_roles() =>
        Find(
                """
                Education
                Bachelor of Science, Nurse, 2012
                Experience
                Master Teacher College, 2014
                """
            )
            .ShouldBeEmpty();

    [Fact]
    public void Who_works_at_a_school_or_trains_others_has_a_role() =>
        Find(
                """
                Experience
                Training & Development Manager, 09/2013 to Current
                High School Teacher of Mathematics, 2009 - 2013
                Lincoln High School, 2008
                Nurse Training, 2007
                """
            )
            .ShouldBe(["Training & Development Manager", "High School Teacher of Mathematics"]);

    [Fact]
    public void A_title_in_lower_case_is_found_above_its_dates() =>
        Find(
                """
                Experience
                night clerk
                June 2012 to August 2013, Grand Hotel
                kept the books together with the
                branch manager
                of the house
                accounts clerk
                Miller & Sons, 2010 - 2011
                """
            )
            .ShouldBe(["night clerk"]);

    [Fact]
    public void Sentences_and_bullets_are_no_roles() =>
        Find(
                """
                Experience
                2019 - 2021
                Managed a team of one clerk and reported to the director.
                • Supported the Regional Manager
                supervised every nurse on the night shift of the clinic in town
                """
            )
            .ShouldBeEmpty();

    [Fact]
    public void Far_from_any_year_nothing_is_a_role_beside_one_near_a_year() =>
        Find("Experience\nOffice Manager\nline\nline\nline\n2012 Clerk").ShouldBe(["Clerk"]);

    [Fact]
    public void Without_a_title_near_a_year_those_of_the_work_history_count() =>
        Find(
                "Summary\nBusy Clerk\nExperience\nOffice Manager\nKept the books.\nAccountant\nEducation\nBusiness Teacher"
            )
            .ShouldBe(["Office Manager", "Accountant"]);

    [Theory]
    [InlineData("Responsible for the Regional Manager")]
    [InlineData("Used Microsoft Office Developer")]
    [InlineData("800 per year Clerk")]
    public void What_somebody_did_is_no_title(string line) => Find($"Experience\n{line}\n2012").ShouldBeEmpty();

    [Fact]
    public void A_title_named_twice_counts_once() =>
        Find("Experience\nOffice Manager 2012\nwork\nwork\nwork\nOFFICE MANAGER 2010").ShouldBe(["Office Manager"]);

    [Fact]
    public void Jobs_told_oldest_first_are_turned_round() =>
        Find(
                """
                Junior Manager
                Experience
                Accounts Clerk, Fabrikam, Jan 2013 - Dec 2014
                2015 to 2019
                Senior Accountant, Contoso
                Finance Director
                Tailspin Toys, 06/2019 - present
                """
            )
            .ShouldBe(["Junior Manager", "Finance Director", "Senior Accountant", "Accounts Clerk"]);

    [Theory]
    [InlineData("Office Manager, 2015 - present\nBuilt.\nPaid.\nLed.\nAssociate Teacher, 2018 - 2019")]
    [InlineData("Office Manager, 2015 - 2017\nBuilt.\nPaid.\nLed.\nAssociate Teacher, 2015 - 2019")]
    [InlineData("Office Manager, 2018\nBuilt.\nPaid.\nLed.\nAssociate Teacher, 2019")]
    public void A_job_that_goes_on_or_overlaps_or_has_no_range_keeps_its_place(string history) =>
        Find("Experience\n" + history).ShouldBe(["Office Manager", "Associate Teacher"]);

    [Theory]
    [InlineData("Master Data Manager, 01/2019 to Current", "Master Data Manager")]
    [InlineData("Scrum Master, Acme, Jan 2019 - Present", "Scrum Master")]
    [InlineData("Per Diem Registered Nurse 2019", "Per Diem Registered Nurse")]
    [InlineData("MS SQL Developer 2019", "MS SQL Developer")]
    [InlineData("Certification Manager 2019", "Certification Manager")]
    [InlineData("Manager-IT, Acme, 2015 - Present", "Manager-IT")]
    [InlineData("Senior Developer, Infosys Technologies Pvt. Ltd.\nJune 2018 - Present", "Senior Developer")]
    [InlineData("Staff Accountant, Baker Tilly U.S.\n2018", "Staff Accountant")]
    public void What_looks_like_a_degree_or_a_sentence_may_be_a_title(string lines, string title) =>
        Find("Experience\n" + lines).ShouldBe([title]);

    [Theory]
    [InlineData("Master of Science, Teacher College 2019")]
    [InlineData("Master in Nurse Education 2019")]
    [InlineData("MS Nurse Anesthesia 2019")]
    [InlineData("Worked as a Clerk for the city. 2019")]
    public void A_degree_or_a_sentence_is_no_title(string line) => Find("Experience\n" + line).ShouldBeEmpty();

    [Fact]
    public void A_role_points_at_its_title_in_the_text()
    {
        const string Text = "Experience\n  2018 – 2020:  Office   Manager  at Acme\n";

        var role = new RoleFinder(HeadNouns).Find(Text, Lines(Text)).ShouldHaveSingleItem();

        Text.Substring(role.Start, role.Length).ShouldBe(role.Title);
        role.Title.ShouldStartWith("Office");
    }

    private static IEnumerable<string> Find(string text) =>
        new RoleFinder(HeadNouns).Find(text, Lines(text)).Select(role => role.Title);

    private static IReadOnlyList<TextLine> Lines(string text) => [.. TextLines.Of(text).Where(line => !line.IsBlank)];
}
