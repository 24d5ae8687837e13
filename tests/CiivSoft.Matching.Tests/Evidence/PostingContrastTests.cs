using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

public sealed class PostingContrastTests
{
    private static readonly Finding[] Here =
    [
        Finding("SQL", Judgement.Met, 0.7),
        Finding("Excel", Judgement.Met, 0.8),
        Finding("Kafka", Judgement.Unknown, 0.5),
    ];

    private static readonly Finding[] There =
    [
        Finding("SQL", Judgement.Met, 0.7),
        Finding("Nursing registration", Judgement.Unknown, 0.9),
        Finding("wound care", Judgement.NotMet, 0.5),
        Finding("triage", Judgement.Unknown, 0.6),
    ];

    [Fact]
    public void Counts_and_names_are_those_of_the_findings()
    {
        var contrast = PostingContrast.Of(Here, "Nurse", There);

        (contrast.Shown, contrast.Asked, contrast.OriginShown, contrast.OriginAsked).ShouldBe((2, 3, 1, 4));
        contrast.OnlyHere.ShouldBe(["Excel"]);
        contrast.LackingThere.ShouldBe(["Nursing registration", "triage", "wound care"]);
        contrast.IsClear.ShouldBeTrue();
        PostingContrast.Of(There, "Analyst", Here).IsClear.ShouldBeFalse();
        PostingContrast.Of([], "Analyst", Here).IsClear.ShouldBeFalse();
    }

    private static Finding Finding(string name, Judgement judgement, double weight) =>
        new(
            new Requirement
            {
                Id = name,
                Kind = RequirementKind.Skill,
                Importance = RequirementImportance.Must,
                Weight = weight,
                Text = name,
            },
            judgement,
            judgement == Judgement.Met ? new Quote(name, 0) : null
        );
}
