using CiivSoft.Abstractions;
using CiivSoft.Grains.Explanations;
using CiivSoft.Grains.Postings;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Matching;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Requirements;
using CiivSoft.Storage.Mirror;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Explanations;

public sealed class ExplainerTests
{
    private const string Resume =
        "Experience\nStaff Nurse, 04/2020 - present\nLooked after patients on a medical ward.";

    private static readonly MatchingEngine Engine = TestEngine.Value;

    [Theory]
    [InlineData(2022, Judgement.NotMet)]
    [InlineData(2024, Judgement.Met)]
    public void Work_that_goes_on_lasts_until_the_person_applied(int year, Judgement judgement) =>
        Years(Person(Applied(year))).ShouldBe(judgement);

    [Fact]
    public void The_last_application_counts_and_no_lead_of_ours() =>
        Years(Person(Applied(2021), Applied(2022), Applied(2026) with { LeadOf = Solution.Arkiive }))
            .ShouldBe(Judgement.NotMet);

    [Fact]
    public void Of_somebody_who_never_applied_it_is_not_known() =>
        Years(Person(Applied(2026) with { ApplicationId = null })).ShouldBe(Judgement.Unknown);

    private static OpportunityRow Applied(int year) =>
        Opportunity() with
        {
            CreatedAtMs = Ms(new DateTimeOffset(year, 6, 1, 0, 0, 0, TimeSpan.Zero)),
        };

    private static Judgement Years(PersonSnapshot person)
    {
        var source = new PostingSource("Nurse", "Requirements\n- 3 years of experience as a nurse");
        var posting = new OpenPosting(
            Posting() with
            {
                Title = source.Title,
                Text = source.Text,
            },
            new Lazy<PostingProfile>(() => Engine.ReadPosting(source)),
            new Lazy<RequirementList>(() => RequirementDrafter.Draft(source))
        );
        var resume = Engine.ReadResume(new ResumeSource(Resume, PersonDetails.None));
        var score = Engine.Score(posting.Profile, resume);

        var explained = Explainer.Explain(Engine, posting, resume, score, 0.5, person, warningsJson: "");

        return explained
            .Evidence.Findings.Single(finding => finding.Requirement.Kind == RequirementKind.Years)
            .Judgement;
    }
}
