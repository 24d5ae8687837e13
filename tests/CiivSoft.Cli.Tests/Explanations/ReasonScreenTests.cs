using CiivSoft.Abstractions;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Explanations;
using CiivSoft.Matching.Counterfactuals;
using CiivSoft.Matching.Evidence;
using Spectre.Console.Testing;

namespace CiivSoft.Cli.Tests.Explanations;

public sealed class ReasonScreenTests
{
    [Fact]
    public void Changes_cautions_and_contrast_are_shown_in_plain_words()
    {
        using var console = new TestConsole();
        console.Profile.Width = 200;

        ReasonScreen.Show(
            console,
            Decision(
                new ExplainedEvidence(null, "draft-2", [], [])
                {
                    Changes =
                    [
                        new ResultChange(
                            ResultChangeKind.WouldPass,
                            ["SQL"],
                            null,
                            0.61,
                            "If the résumé showed SQL, it would have passed (score 0.61, bar 0.48)."
                        ),
                    ],
                    Cautions = ["the post is a senior or leading one; the highest job found is “Clerk”"],
                    Contrast = new PostingContrast("Nurse", 5, 7, 1, 8, ["Excel", "SAP"], ["Nursing registration"]),
                }
            )
        );

        console.Output.ShouldBe(
            """
            Beside the posting applied for (Nurse): 5 of 7 requirements shown here, 1 of 8 there.
              Shown and asked only here: Excel; SAP
              Asked there and not shown: Nursing registration
            Please check: the post is a senior or leading one; the highest job found is “Clerk”.
            What would have changed it (each tried by scoring the changed résumé):
              - If the résumé showed SQL, it would have passed (score 0.61, bar 0.48).

            """,
            StringCompareShould.IgnoreLineEndings
        );
    }

    [Fact]
    public void A_decision_of_an_earlier_release_has_nothing_to_show()
    {
        using var console = new TestConsole();

        ReasonScreen.Show(console, Decision(new ExplainedEvidence(null, "draft-2", [], [])));
        ReasonScreen.Show(console, Decision(null));

        console.Output.ShouldBeEmpty();
    }

    private static ExplainedDecision Decision(ExplainedEvidence? evidence) =>
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
            evidence,
            []
        );
}
