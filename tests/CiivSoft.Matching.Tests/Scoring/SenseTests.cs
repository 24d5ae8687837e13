using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Tests.Scoring;

/// <summary>Words with two senses, and work with two names.</summary>
public sealed class SenseTests
{
    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();

    public static TheoryData<string, string> Apart => [.. SensePairs.Of("apart")];

    // Titles of one word, rank apart: "architect" and "chef" do not tell which of their senses is meant.
    public static TheoryData<string, string> ApartWithTellingTitle =>
        [.. SensePairs.Of("apart").Where(pair => pair.Posting is not ("building architect" or "head chef"))];

    public static TheoryData<string, string> Near => [.. SensePairs.Of("near")];

    [Fact]
    public void The_lists_are_long_enough_to_mean_something()
    {
        Apart.Count.ShouldBeGreaterThanOrEqualTo(25);
        Near.Count.ShouldBeGreaterThanOrEqualTo(15);
        foreach (var resume in SensePairs.Resumes.Values)
        {
            resume.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeInRange(120, 200);
        }
    }

    [Theory]
    [MemberData(nameof(Apart))]
    public void A_shared_word_does_not_make_a_match(string posting, string resume)
    {
        var lowest = Math.Min(Engine.FiilterCut, Math.Min(Engine.ArkiiveCut, Engine.RefiineCut(1)));

        Score(posting, resume).ShouldBeLessThan(lowest);
    }

    [Theory]
    [MemberData(nameof(Near))]
    public void The_same_work_under_another_name_passes(string posting, string resume) =>
        Score(posting, resume).ShouldBeGreaterThan(Math.Max(Engine.FiilterCut, Engine.ArkiiveCut));

    [Theory]
    [MemberData(nameof(ApartWithTellingTitle))]
    public void Other_work_is_no_reason_in_a_note(string posting, string resume)
    {
        var draft = RequirementDrafter.Draft(PostingOf(posting));

        var reasons = EvidenceFinder
            .Judge(draft, SensePairs.Resumes[resume], SensePairs.Resumes[resume])
            .Where(finding => finding.Requirement.Kind == RequirementKind.Role)
            .Where(finding => finding.Judgement is Judgement.Met or Judgement.Partly);

        reasons.Select(finding => finding.Quote?.Text).ShouldBeEmpty();
    }

    private static double Score(string posting, string resume) =>
        Engine
            .Score(
                Engine.ReadPosting(PostingOf(posting)),
                Engine.ReadResume(new ResumeSource(SensePairs.Resumes[resume], PersonDetails.None))
            )
            .ShouldBeOfType<MatchScore.Judgeable>()
            .Value;

    private static PostingSource PostingOf(string name)
    {
        var parts = SensePairs.Postings[name].Split('\n', 2);
        return new PostingSource(parts[0], parts[1]);
    }
}
