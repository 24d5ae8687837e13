using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CiivSoft.Abstractions.Replays;
using CiivSoft.Cli.Terminals;
using CiivSoft.Cli.Tests.Admin;

namespace CiivSoft.Cli.Replays;

public sealed class ReplayCommandTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private FakeSilo _silo = null!; // Started before each test.
    private Tests.Admin.Cli _cli = null!; // The same.

    public async ValueTask InitializeAsync()
    {
        _silo = await FakeSilo.StartAsync();
        _cli = new Tests.Admin.Cli(_silo.Address);
        _silo.Answers("GET accounts/acme/status", Samples.Status());
    }

    public async ValueTask DisposeAsync()
    {
        _cli.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task The_proposed_bar_reaches_the_recall_and_says_what_it_costs()
    {
        // Advanced: 0.30 to 0.98 in steps of 0.02. Not advanced: 0.00 to 0.48.
        Answer(
            Page(
                "b",
                [
                    .. Enumerable
                        .Range(0, 35)
                        .Select(i => Application($"a{i}", RecruiterOutcome.Advanced, 0.30 + (0.02 * i))),
                ]
            ),
            Page(
                null,
                [
                    .. Enumerable
                        .Range(0, 25)
                        .Select(i => Application($"n{i}", RecruiterOutcome.NotAdvanced, 0.02 * i)),
                    Application("open", RecruiterOutcome.Undecided, 0.9),
                    Application("gap", RecruiterOutcome.Advanced, null) with
                    {
                        Gap = ReplayGap.ResumeIsNewer,
                    },
                ]
            )
        );

        var run = await _cli.RunAsync(ReplayCommand.Create(), "acme", "--recall", "0.8", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Done);
        var report = JsonNode.Parse(run.Output)!;
        Number(report, "compared").ShouldBe(60);
        Number(report, "advanced").ShouldBe(35);
        Number(report["withoutScore"]!, "ResumeIsNewer").ShouldBe(1);
        Number(report["present"]!, "bar").ShouldBe(0.5);
        Number(report["present"]!, "recall").ShouldBe(25.0 / 35, 1e-9);
        Number(report["present"]!, "precision").ShouldBe(1);
        // 28 of 35 are 80 %; the 28th best of them scores 0.30 + 0.02 × 7.
        Number(report["proposed"]!, "bar").ShouldBe(0.44, 1e-9);
        Number(report["proposed"]!, "recall").ShouldBe(0.8, 1e-9);
        Number(report["proposed"]!, "passing").ShouldBe((28.0 + 3) / 60, 1e-9);
        var interval = report["intervals"]!["bar"]!;
        Number(interval, "low").ShouldBeLessThanOrEqualTo(0.44);
        Number(interval, "high").ShouldBeGreaterThan(0.44);
        Number(report, "auc").ShouldBe(Auc(), 1e-9);
        Number(report, "applicationsAWeek").ShouldBeGreaterThan(0);
        _silo.Asked.ShouldAllBe(asked => asked.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_read_the_same_in_sentences()
    {
        Answer(
            Page(
                null,
                [
                    .. Enumerable
                        .Range(0, 30)
                        .Select(i => Application($"a{i}", RecruiterOutcome.Advanced, 0.4 + (0.02 * i))),
                    .. Enumerable
                        .Range(0, 30)
                        .Select(i => Application($"n{i}", RecruiterOutcome.NotAdvanced, 0.02 * i)),
                ]
            )
        );

        var run = await _cli.RunAsync(ReplayCommand.Create(), "acme");

        run.ExitCode.ShouldBe(ExitCodes.Done);
        run.Output.ShouldContain("60 applications: 30 advanced by recruiters, 30 archived from where they arrived");
        run.Output.ShouldContain("for recall 0.9");
        run.Output.ShouldContain("Nothing was changed.");
    }

    [Fact]
    public async Task A_history_that_is_too_small_gives_no_figures()
    {
        Answer(
            Page(
                null,
                [Application("a", RecruiterOutcome.Advanced, 0.9), Application("n", RecruiterOutcome.NotAdvanced, 0.1)]
            )
        );

        var run = await _cli.RunAsync(ReplayCommand.Create(), "acme");

        run.ExitCode.ShouldBe(ExitCodes.NotDone);
        run.Output.ShouldContain("too small");
        run.Output.ShouldNotContain("AUC");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.1")]
    public async Task A_recall_that_is_no_share_is_refused(string recall)
    {
        var run = await _cli.RunAsync(ReplayCommand.Create(), "acme", "--recall", recall);

        run.ExitCode.ShouldBe(ExitCodes.NotDone);
        _silo.Asked.ShouldBeEmpty();
    }

    // By counting pairs: equal scores count a half.
    private static double Auc()
    {
        var advanced = Enumerable.Range(0, 35).Select(i => 0.30 + (0.02 * i)).ToList();
        var others = Enumerable.Range(0, 25).Select(i => 0.02 * i).ToList();
        return advanced.Sum(a =>
                others.Sum(o =>
                    a > o ? 1
                    : a.Equals(o) ? 0.5
                    : 0
                )
            ) / (35 * 25);
    }

    private static double Number(JsonNode node, string name) =>
        double.Parse(node[name]!.ToString(), CultureInfo.InvariantCulture);

    private static ReplayedApplication Application(string id, RecruiterOutcome outcome, double? score) =>
        new()
        {
            OpportunityId = id,
            PostingId = "p",
            AppliedAt = Start.AddDays(id.Length * 10),
            Outcome = outcome,
            Score = score,
        };

    private static ReplayPage Page(string? next, params ReplayedApplication[] applications) =>
        new()
        {
            Applications = [.. applications],
            Next = next,
            Bar = 0.5,
            ModelVersion = "m",
            PolicyVersion = "p",
        };

    private void Answer(params ReplayPage[] pages)
    {
        foreach (var page in pages)
        {
            _silo.Answers("GET accounts/acme/replay", JsonSerializer.Serialize(page, Terminal.Json));
        }
    }
}
