using CiivSoft.Matching.Roles;

namespace CiivSoft.Matching.Evidence;

public sealed class LevelComparisonTests
{
    [Theory]
    [InlineData("Chief Financial Officer", "Finance Specialist", CareerLevel.Executive, CareerLevel.Usual)]
    [InlineData("Head of Nursing", "Charge Nurse Manager", CareerLevel.Executive, CareerLevel.Lead)]
    [InlineData("Senior Software Engineer", "Software Engineer", CareerLevel.Lead, CareerLevel.Usual)]
    [InlineData("Marketing Internship", "Senior Marketing Manager", CareerLevel.Learner, CareerLevel.Lead)]
    [InlineData("Entry Level Accountant", "Finance Director", CareerLevel.Junior, CareerLevel.Executive)]
    public void Levels_that_do_not_go_together_are_said(
        string posting,
        string job,
        CareerLevel asked,
        CareerLevel shown
    )
    {
        var level = LevelComparison.Of(posting, Roles(job)).ShouldNotBeNull();

        level.Asked.ShouldBe(asked);
        level.Shown.ShouldBe(shown);
        level.Title.ShouldBe(job);
        level.Sentence.ShouldContain(job);
    }

    [Theory]
    [InlineData("Senior Software Engineer", "Lead Developer")]
    [InlineData("Registered Nurse", "Head Nurse")]
    [InlineData("Assistant to the Director", "Office Clerk")]
    [InlineData("Junior Accountant", "Accountant")]
    [InlineData("Executive Assistant", "Secretary")]
    public void Levels_that_do_are_not(string posting, string job) =>
        LevelComparison.Of(posting, Roles(job)).ShouldBeNull();

    [Fact]
    public void The_highest_job_counts_where_much_is_asked_and_the_latest_where_little_is()
    {
        LevelComparison.Of("Sales Director", Roles("Sales Clerk", "Director of Sales")).ShouldBeNull();
        LevelComparison.Of("Sales Trainee", Roles("Sales Clerk", "Director of Sales")).ShouldBeNull();
    }

    [Fact]
    public void Without_jobs_nothing_is_said() => LevelComparison.Of("Chief Executive", []).ShouldBeNull();

    private static Role[] Roles(params string[] titles) =>
        [.. titles.Select((title, i) => new Role(title, i, title.Length))];
}
