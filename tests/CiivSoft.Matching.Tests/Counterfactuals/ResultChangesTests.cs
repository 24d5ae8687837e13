using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Roles;
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
    public void A_licence_that_alone_was_lacking_is_named()
    {
        var (posting, resume, findings) = Read("nurse", Unlicensed);
        Engine.Score(posting, resume).Value.ShouldBeLessThan(Engine.FiilterCut);

        var changes = ResultChanges.Find(Engine, posting, resume, findings, Engine.FiilterCut);

        var change = changes[0];
        change.Kind.ShouldBe(ResultChangeKind.WouldPass);
        change.Score.ShouldBeGreaterThanOrEqualTo(Engine.FiilterCut);
        change.Sentence.ShouldStartWith("If the résumé showed ");
        Engine
            .Score(
                posting,
                Engine.ReadResume(new ResumeSource($"{Unlicensed}\nRegistered nurse licence (RN)", PersonDetails.None))
            )
            .Value.ShouldBeGreaterThanOrEqualTo(Engine.FiilterCut);
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
}
