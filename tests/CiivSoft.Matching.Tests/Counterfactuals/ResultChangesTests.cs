using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;
using CiivSoft.Matching.Tests;

namespace CiivSoft.Matching.Counterfactuals;

public sealed class ResultChangesTests
{
    private const string Unlicensed = """
        Healthcare worker
        Summary
        Six years on a medical ward: medication, vital signs, admission and teaching of patients and their families.
        Experience
        Nurse on the medical ward, 2018 - 2024
        General Hospital
        Assessed patients, administered medication and treatments and documented vital signs on a night shift.
        Worked with physicians and nursing assistants and taught patients and families about care at home.
        """;

    private static readonly MatchingEngine Engine = MatchingEngine.LoadDefault();

    public static TheoryData<string, string> Pairs =>
        new(SampleTexts.Postings.Keys.SelectMany(p => SampleTexts.Resumes.Keys.Select(r => (p, r))));

    [Fact]
    public void What_alone_was_lacking_is_named_and_nothing_besides()
    {
        var (posting, resume, findings) = Read("nurse", Unlicensed);
        var lacking = findings
            .Where(finding =>
                finding.Judgement != Judgement.Met
                && finding.Requirement.Kind
                    is RequirementKind.Skill
                        or RequirementKind.Licence
                        or RequirementKind.Education
                        or RequirementKind.Language
            )
            .MaxBy(finding => finding.Requirement.Weight)
            .ShouldNotBeNull();

        var change = ResultChanges
            .Find(new OneWordEngine(lacking.Requirement.Text), posting, resume, findings, 0.5)
            .ShouldHaveSingleItem();

        change.Kind.ShouldBe(ResultChangeKind.WouldPass);
        change.Sentence.ShouldBe(
            $"If the résumé showed {lacking.Requirement.Text}, it would have passed (score 0.90, bar 0.50)."
        );
    }

    [Fact]
    public void Where_nothing_helps_that_is_said_and_where_only_other_work_does_too()
    {
        var (posting, resume, findings) = Read("clerk", Unlicensed);

        ResultChanges
            .Find(new OneWordEngine("no such words"), posting, resume, findings, 0.5)
            .ShouldHaveSingleItem()
            .Kind.ShouldBe(ResultChangeKind.WouldNotPass);
        ResultChanges
            .Find(new OneWordEngine("Accounts Payable Clerk, 2023"), posting, resume, findings, 0.5)
            .ShouldHaveSingleItem()
            .Sentence.ShouldContain("with work as Accounts Payable Clerk as the latest job it would have passed");
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_said_is_what_scoring_says(string postingName, string resumeName)
    {
        var (posting, resume, findings) = Read(postingName, SampleTexts.Resumes[resumeName]);
        var passes = Engine.Score(posting, resume).Value >= Engine.FiilterCut;

        var changes = ResultChanges.Find(Engine, posting, resume, findings, Engine.FiilterCut);

        foreach (var change in changes)
        {
            (change.Kind is ResultChangeKind.Decisive or ResultChangeKind.NotDecisive).ShouldBe(
                passes,
                change.Sentence
            );
            (change.Score >= Engine.FiilterCut).ShouldBe(
                change.Kind is ResultChangeKind.WouldPass or ResultChangeKind.NotDecisive,
                change.Sentence
            );
            change.Requirements.ShouldNotBeEmpty();
            change.Requirements.ShouldBeSubsetOf(findings.Select(finding => finding.Requirement.Text));
        }
    }

    [Fact]
    public void Words_that_are_taken_away_are_gone_and_nothing_else()
    {
        var resume = Engine.ReadResume(new ResumeSource(Unlicensed, PersonDetails.None));
        var quote = new Quote("General Hospital", Unlicensed.IndexOf("General Hospital", StringComparison.Ordinal));

        var edited = new ResumeEdit { Removed = [quote] }.Apply(resume);

        edited.ShouldBe(
            Unlicensed.Replace("General Hospital", new string(' ', quote.Text.Length), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_is_added_stands_under_the_latest_job()
    {
        var resume = Engine.ReadResume(new ResumeSource(Unlicensed, PersonDetails.None));

        var edited = new ResumeEdit { Added = ["wound care"], LatestTitle = "Ward Sister" }.Apply(resume);

        edited.ShouldContain(
            "\nWard Sister, 2023 - Present\nNurse on the medical ward, 2018 - 2024\nwound care\nGeneral Hospital"
        );
    }

    private static (PostingProfile Posting, ResumeProfile Resume, IReadOnlyList<Finding> Findings) Read(
        string posting,
        string resumeText
    )
    {
        var (title, text) = SampleTexts.Postings[posting];
        var source = new PostingSource(title, text);
        var resume = Engine.ReadResume(new ResumeSource(resumeText, PersonDetails.None));
        var findings = EvidenceFinder.Judge(RequirementDrafter.Draft(source), resume.Text, resume.ScoredText);
        return (Engine.ReadPosting(source), resume, findings);
    }

    /// <summary>Scores 0.9 where the résumé holds certain words, else 0.1.</summary>
    private sealed class OneWordEngine(string words) : IMatchingEngine
    {
        public string ModelVersion => "one word";

        public string PolicyVersion => "one word";

        public int VectorDimensions => Engine.VectorDimensions;

        public double ArkiiveCut => 0.5;

        public double FiilterCut => 0.5;

        public double RefiineCut(int openPostings) => 0.5;

        public PostingProfile ReadPosting(PostingSource source) => Engine.ReadPosting(source);

        public ResumeProfile ReadResume(ResumeSource source) => Engine.ReadResume(source);

        public MatchScore Score(PostingProfile posting, ResumeProfile profile) => Of(profile.Text);

        public MatchScore ScoreEdited(PostingProfile posting, ResumeProfile profile, ResumeEdit edit) =>
            Of(edit.Apply(profile));

        private MatchScore.Judgeable Of(string text) =>
            new(text.Contains(words, StringComparison.Ordinal) ? 0.9 : 0.1, []);
    }
}
