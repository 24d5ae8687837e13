namespace CiivSoft.Matching.Postings;

public sealed class BoilerplateTests
{
    [Theory]
    [InlineData("We offer dental insurance and paid holidays.", "Cook", true)]
    [InlineData("A 401(k) with match", "Cook", true)]
    [InlineData("Assist the dentist with dental procedures.", "Dental Assistant", false)]
    [InlineData("Dental procedures; 401(k) with match.", "Dental Assistant", true)]
    [InlineData("Report accidental and incidental damage.", "Clerk", false)]
    [InlineData("Administer compensation for 300 people.", "HR Generalist", false)]
    public void A_line_about_the_employers_terms_is_told_from_the_work(string line, string title, bool isAboutTerms) =>
        Boilerplate.Holds(line, title).ShouldBe(isAboutTerms);

    [Theory]
    [InlineData("", "We look for a nurse on our surgical ward, with dental insurance and paid time off.")]
    [InlineData("", "Key skills: Compensation package, Payroll, Recruitment")]
    public void A_posting_of_nothing_else_is_compared_all_the_same(string title, string text) =>
        MatchingEngine.LoadDefault().ReadPosting(new PostingSource(title, text)).Flaw.ShouldBeNull();
}
