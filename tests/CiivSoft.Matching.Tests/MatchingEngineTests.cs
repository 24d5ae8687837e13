using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Tests;

public sealed class MatchingEngineTests
{
    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();

    [Fact]
    public void Each_resume_scores_best_on_the_posting_of_its_occupation()
    {
        foreach (var (occupation, resume) in SampleTexts.Resumes)
        {
            var best = SampleTexts.Postings.MaxBy(posting => Value(Posting(posting.Value), Resume(resume))).Key;

            best.ShouldBe(occupation);
        }
    }

    [Fact]
    public void A_fit_passes_every_bar_and_a_stranger_none()
    {
        var nurse = Posting(SampleTexts.Postings["nurse"]);

        Value(nurse, Resume(SampleTexts.Resumes["nurse"])).ShouldBeGreaterThan(Engine.ArkiiveCut);
        Value(nurse, Resume(SampleTexts.Resumes["nurse"])).ShouldBeGreaterThan(Engine.FiilterCut);
        Value(nurse, Resume(SampleTexts.Resumes["developer"])).ShouldBeLessThan(Engine.FiilterCut);
    }

    [Fact]
    public void A_posting_without_text_is_not_judged() =>
        ReasonOf(Posting(("", " \n ")), Resume(SampleTexts.Resumes["nurse"]))
            .ShouldBe(UnjudgeableReason.PostingWithoutText);

    [Fact]
    public void A_foreign_posting_is_not_judged() =>
        ReasonOf(Posting(("Enfermera", SampleTexts.Spanish)), Resume(SampleTexts.Resumes["nurse"]))
            .ShouldBe(UnjudgeableReason.PostingNotEnglish);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("Jane Doe\nNurse")]
    [InlineData("\0\u0001\uD800 %%%% 12345 ////")]
    public void A_resume_that_says_too_little_is_not_judged(string text) =>
        ReasonOf(Posting(SampleTexts.Postings["nurse"]), Resume(text)).ShouldBe(UnjudgeableReason.ResumeTooShort);

    [Fact]
    public void A_foreign_resume_is_not_judged() =>
        ReasonOf(Posting(SampleTexts.Postings["nurse"]), Resume(SampleTexts.Spanish))
            .ShouldBe(UnjudgeableReason.ResumeNotEnglish);

    [Fact]
    public void What_cannot_be_judged_scores_nothing() =>
        Engine.Score(Posting(SampleTexts.Postings["nurse"]), Resume("")).Value.ShouldBe(0);

    [Fact]
    public void A_huge_resume_is_read()
    {
        var line = string.Join(' ', Enumerable.Repeat("administered medication to patients", 20_000));

        Resume(line).Flaw.ShouldBeNull();
    }

    [Fact]
    public void Reading_again_gives_the_same_bits()
    {
        foreach (var resume in SampleTexts.Resumes.Values)
        {
            var (first, second) = (Resume(resume), Resume(resume));

            second.Vector.ToArray().ShouldBe(first.Vector.ToArray());
            foreach (var posting in SampleTexts.Postings.Values)
            {
                Bits(posting, second).ShouldBe(Bits(posting, first));
            }
        }
    }

    [Fact]
    public void A_score_depends_on_no_other_pair()
    {
        var alone = SampleTexts.Resumes.Values.Select(resume => Bits(SampleTexts.Postings["clerk"], Resume(resume)));
        var mixed = SampleTexts
            .Resumes.Values.Reverse()
            .AsParallel()
            .AsOrdered()
            .Select(resume =>
            {
                Engine.Score(Posting(SampleTexts.Postings["nurse"]), Resume(resume));
                return Bits(SampleTexts.Postings["clerk"], Resume(resume));
            });

        mixed.Reverse().ToArray().ShouldBe([.. alone]);
    }

    [Fact]
    public void The_persons_details_change_no_bit()
    {
        var plain = Engine.ReadResume(With("Jane Miller", "jane.miller@example.org", "+44 20 7946 0001"));
        var swapped = Engine.ReadResume(With("Nguyễn Văn An", "nva@example.com", "(555) 010-9999"));

        foreach (var posting in SampleTexts.Postings.Values)
        {
            Bits(posting, swapped).ShouldBe(Bits(posting, plain));
        }

        swapped.Vector.ToArray().ShouldBe(plain.Vector.ToArray());
    }

    [Fact]
    public void Offsets_hold_in_both_texts()
    {
        var resume = Resume("Jane Doe â€“ Nurse\njane@example.org\n" + SampleTexts.Resumes["nurse"]);

        resume.ScoredText.Length.ShouldBe(resume.Text.Length);
        resume.Roles.ShouldNotBeEmpty();
        foreach (var role in resume.Roles)
        {
            resume.Text.Substring(role.Start, role.Length).ShouldBe(role.Title);
        }
    }

    [Fact]
    public void Vectors_have_unit_length_and_rank_as_the_score_does()
    {
        var posting = Posting(SampleTexts.Postings["nurse"]);
        var resumes = SampleTexts.Resumes.ToDictionary(r => r.Key, r => Resume(r.Value));

        foreach (var vector in resumes.Values.Select(resume => resume.Vector.ToArray()))
        {
            vector.Length.ShouldBe(Engine.VectorDimensions);
            vector.Sum(x => (double)x * x).ShouldBe(1, 1e-5);
        }

        resumes.MaxBy(resume => Dot(posting, resume.Value)).Key.ShouldBe("nurse");
    }

    [Fact]
    public void An_empty_resume_is_found_by_no_search() => Resume("").Vector.ToArray().ShouldAllBe(x => x == 0);

    [Fact]
    public void The_bar_of_refiine_never_falls_when_postings_open()
    {
        var cuts = Enumerable.Range(0, 500).Select(Engine.RefiineCut).ToArray();

        cuts.ShouldBe([.. cuts.Order()]);
        cuts.ShouldAllBe(cut => cut >= Engine.FiilterCut && cut < 1);
    }

    [Fact]
    public void Features_carry_the_models_names_and_stay_within_0_and_1()
    {
        var score = Engine
            .Score(Posting(SampleTexts.Postings["clerk"]), Resume(SampleTexts.Resumes["clerk"]))
            .ShouldBeOfType<MatchScore.Judgeable>();

        score.Features.Select(feature => feature.Name).ShouldBe(MatchFeatures.Names);
        score.Features.ShouldAllBe(feature => feature.Value >= 0 && feature.Value <= 1);
    }

    private static ResumeSource With(string name, string email, string phone) =>
        new(
            $"{name}\n{email} | {phone}\n" + SampleTexts.Resumes["nurse"],
            new PersonDetails
            {
                Names = [name],
                Emails = [email],
                Phones = [phone],
            }
        );

    private static PostingProfile Posting((string Title, string Text) posting) =>
        Engine.ReadPosting(new PostingSource(posting.Title, posting.Text));

    private static ResumeProfile Resume(string text) => Engine.ReadResume(new ResumeSource(text, PersonDetails.None));

    private static double Value(PostingProfile posting, ResumeProfile resume) => Engine.Score(posting, resume).Value;

    private static long Bits((string Title, string Text) posting, ResumeProfile resume) =>
        BitConverter.DoubleToInt64Bits(Value(Posting(posting), resume));

    private static UnjudgeableReason ReasonOf(PostingProfile posting, ResumeProfile resume) =>
        Engine.Score(posting, resume).ShouldBeOfType<MatchScore.Unjudgeable>().Reason;

    private static double Dot(PostingProfile posting, ResumeProfile resume) =>
        posting.Vector.ToArray().Zip(resume.Vector.ToArray(), (x, y) => (double)x * y).Sum();
}
