using CiivSoft.Abstractions.Replays;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Replays;

public sealed class RecruiterOutcomesTests
{
    private static readonly RecruiterOutcomes Outcomes = new(
        [
            new("lead-new", "New lead"),
            new("applicant-new", "New applicant"),
            new("s1", "CiiVSOFT SCREENED"),
            new("p", "Phone"),
        ],
        "CiiVSOFT SCREENED"
    );

    [Theory]
    [InlineData("applicant-new", false, RecruiterOutcome.Undecided)]
    [InlineData("s1", false, RecruiterOutcome.Undecided)]
    [InlineData("applicant-new", true, RecruiterOutcome.NotAdvanced)]
    [InlineData("s1", true, RecruiterOutcome.NotAdvanced)]
    [InlineData("p", false, RecruiterOutcome.Advanced)]
    [InlineData("p", true, RecruiterOutcome.Advanced)]
    [InlineData("a-stage-that-was-removed", true, RecruiterOutcome.Advanced)]
    public void Where_an_application_stands_tells_what_recruiters_did(
        string stage,
        bool isArchived,
        RecruiterOutcome outcome
    ) => Outcomes.Of(Row(stage) with { ArchivedAtMs = isArchived ? 1 : null }).ShouldBe(outcome);

    [Fact]
    public void Somebody_who_had_an_offer_was_advanced_wherever_the_opportunity_stands() =>
        Outcomes
            .Of(Row("applicant-new") with { ArchivedAtMs = 1, ReachedOffer = true })
            .ShouldBe(RecruiterOutcome.Advanced);

    [Fact]
    public void Leads_and_anonymous_people_tell_nothing()
    {
        Outcomes.Of(Row("lead-new")).ShouldBeNull();
        Outcomes.Of(Row("applicant-new") with { IsAnonymized = true, ArchivedAtMs = 1 }).ShouldBeNull();
    }

    private static OpportunityRow Row(string stage) =>
        new()
        {
            OpportunityId = "o",
            ContactId = "c",
            PostingId = "p",
            ApplicationId = "a",
            StageId = stage,
            CreatedAtMs = 1,
        };
}
