using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Tests;

public sealed class MatchingEngineTests
{
    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();

    [Fact]
    public void An_empty_resume_has_a_reason_instead_of_a_score()
    {
        var posting = Engine.ReadPosting(new PostingSource("Nurse", "Care for patients on the ward."));
        var resume = Engine.ReadResume(new ResumeSource("", PersonDetails.None));

        var score = Engine.Score(posting, resume).ShouldBeOfType<MatchScore.Unjudgeable>();

        score.Reason.ShouldBe(UnjudgeableReason.ResumeTooShort);
        score.Value.ShouldBe(0);
    }

    [Fact]
    public void The_bar_of_refiine_never_falls_when_postings_open()
    {
        var cuts = Enumerable.Range(0, 500).Select(Engine.RefiineCut).ToArray();

        cuts.ShouldBe([.. cuts.Order()]);
        cuts.ShouldAllBe(cut => cut >= Engine.FiilterCut && cut < 1);
    }
}
