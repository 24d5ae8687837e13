using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

public sealed class PolarityTests
{
    [Theory]
    [InlineData("Budget planning, QuickBooks", "QuickBooks", Attitude.Claimed)]
    [InlineData("Discharge planning and BLS", "BLS", Attitude.Claimed)]
    [InlineData("Planning to learn Kubernetes", "Kubernetes", Attitude.Wished)]
    [InlineData("Looking for work with Python", "Python", Attitude.Wished)]
    [InlineData("Looking after patients, triage", "triage", Attitude.Claimed)]
    [InlineData("Want to learn Go, Rust", "Rust", Attitude.Wished)]
    [InlineData("SEO, SEM, Google Analytics", "Google", Attitude.Claimed)]
    [InlineData("SEM and Google Analytics", "Google", Attitude.Claimed)]
    [InlineData("SANs and NAS", "NAS", Attitude.Claimed)]
    [InlineData("sin experiencia en Java", "Java", Attitude.Denied)]
    [InlineData("No experience with SQL, Python", "Python", Attitude.Denied)]
    [InlineData("Not only SQL", "SQL", Attitude.Claimed)]
    public void An_item_of_a_list_says_nothing_of_the_next_one(string text, string word, object attitude)
    {
        var terms = Term.Of(text);

        Polarity.Of(text, terms, terms.FindIndex(term => text[term.Start..term.End] == word)).ShouldBe(attitude);
    }
}
