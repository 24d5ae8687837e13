using CiivSoft.Matching.Postings;

namespace CiivSoft.Matching.Tests.Postings;

public sealed class KeySkillsTests
{
    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();

    [Theory]
    [InlineData("Key skills: Logistics, Stock, Inventory Management, Logistics Manager")]
    [InlineData("- SQL\n- Python\n- Machine learning")]
    [InlineData("Welding; CAD; Blueprint reading | Forklift operation")]
    [InlineData("SQL, Python, One item of just six words")]
    [InlineData("What we look for: SQL, Python, Excel")]
    public void A_text_of_short_items_is_a_list_of_skills(string text) => Read("", text).IsSkillList.ShouldBeTrue();

    [Theory]
    [InlineData("We look for a nurse, who cares for patients on a ward of 24 beds, and writes the reports.")]
    [InlineData("Logistics, Stock")]
    [InlineData("Logistics,, Stock,")]
    [InlineData("SQL, Python, An item of as many as seven")]
    [InlineData("The label of this list goes on: SQL, Python, Excel")]
    [InlineData("You will:\n- keep the books of three companies by yourself\n- pay wages\n- file taxes\n- report")]
    public void A_text_that_tells_of_the_work_is_none(string text) => Read("", text).IsSkillList.ShouldBeFalse();

    [Fact]
    public void A_list_without_title_is_called_by_the_titles_in_it() =>
        Read("", "Key skills: SQL, Data Analyst, Python, Business Analyst")
            .Title.ShouldBe("Data Analyst, Business Analyst");

    [Fact]
    public void The_label_is_none_of_the_items() =>
        KeySkills.ItemsIn("Key skills: SQL, Python,\nTools for work: Excel").ShouldBe(["SQL", "Python", "Excel"]);

    [Fact]
    public void A_given_title_stands() =>
        Read("Statistician", "SQL, Data Analyst, Python").Title.ShouldBe("Statistician");

    private static PostingProfile Read(string title, string text) => Engine.ReadPosting(new PostingSource(title, text));
}
