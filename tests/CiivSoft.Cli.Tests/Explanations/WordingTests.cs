using CiivSoft.Abstractions;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Explanations;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Cli.Tests.Explanations;

public sealed class WordingTests
{
    [Fact]
    public void A_reason_that_holds_in_part_says_so_as_the_note_does()
    {
        var reasons = Wording.Reasons(
            Lead(
                Found("Experience as LGV Driver", Judgement.Partly, "HGV Class 2 Driver"),
                Found("Tachograph", Judgement.Met, "digital tachographs")
            )
        );

        reasons.ShouldBe([
            "Tachograph: “digital tachographs”",
            "Experience as LGV Driver (partly): “HGV Class 2 Driver”",
        ]);
    }

    private static Finding Found(string what, Judgement judgement, string quote) =>
        new(
            new Requirement
            {
                Id = what,
                Kind = RequirementKind.Skill,
                Importance = RequirementImportance.Must,
                Weight = 1,
                Text = what,
                Terms = [what],
            },
            judgement,
            new Quote(quote, 0)
        );

    private static ExplainedDecision Lead(params Finding[] findings) =>
        new(
            "d",
            Solution.Refiine,
            "c",
            "o",
            "p",
            "lead",
            0.7,
            0.6,
            "m",
            "p",
            false,
            DateTimeOffset.UnixEpoch,
            new ExplainedEvidence(null, "draft-2", [.. findings], []),
            []
        );
}
