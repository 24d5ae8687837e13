using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Postings;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Activity;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Requirements that people edit.</summary>
public sealed class RequirementTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task An_edit_counts_from_then_on_and_makes_earlier_decisions_stale()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("accountant", "Accountant", Samples.AccountantPosting);
        await account.ConnectAsync();
        await account.Lever.ApplyAsync("accountant", "Carl Example", Samples.AccountantResume);
        await account.ScanAsync();
        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBe([Verdicts.Match]);
        var posting = Posting(account, "accountant");
        var sheet = (await posting.GetRequirementsAsync()).ShouldNotBeNull();
        (sheet.Version, sheet.IsEdited, sheet.StaleDecisions).ShouldBe((0, false, 0));

        // A licence by law that the accountant does not have, and a wish of the office.
        var answer = await ChangeAsync(
            posting,
            0,
            [
                .. Items(sheet),
                new(null, "RN licence", IsMust: true, null),
                new(null, "Month-end closing", IsMust: false, 0.99),
            ]
        );
        answer.Outcome.ShouldBe(RequirementsOutcome.Changed);
        (answer.Sheet.Version, answer.Sheet.IsEdited, answer.Sheet.StaleDecisions).ShouldBe((1, true, 1));
        answer.Sheet.Lines.Single(l => l.Text == "RN licence").Bars.ShouldBeTrue();
        var written = await account.Lever.CountWritesAsync();
        await account.Lever.ApplyAsync("accountant", "Cora Example", Samples.AccountantResume);
        await account.ScanAsync();

        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBe([Verdicts.Match, Verdicts.NoMatch]);
        (await account.Lever.CountWritesAsync()).ShouldBe(written);
        (await posting.GetRequirementsAsync()).ShouldNotBeNull().StaleDecisions.ShouldBe(1);

        (await ChangeAsync(posting, 1, null)).Sheet.IsEdited.ShouldBeFalse();
        await account.Lever.ApplyAsync("accountant", "Cleo Example", Samples.AccountantResume);
        await account.ScanAsync();
        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBe([Verdicts.Match, Verdicts.NoMatch, Verdicts.Match]);
        var history = (await posting.GetRequirementsAsync()).ShouldNotBeNull().History;
        history.Select(h => (h.Version, h.By)).ShouldBe([(2, "ada"), (1, "ada")]);
        history[1].Summary.ShouldContain("added \"RN licence\" (must)");
        (await LinesAsync(account)).Count(l => l.Kind == "requirements-edited").ShouldBe(2);
        silo.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_edits_an_old_version_a_protected_criterion_or_nothing_changes_nothing()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var posting = Posting(account, "nurse");
        var sheet = (await posting.GetRequirementsAsync()).ShouldNotBeNull();

        (await ChangeAsync(posting, 3, Items(sheet))).Outcome.ShouldBe(RequirementsOutcome.Conflict);
        var refused = await ChangeAsync(posting, 0, [.. Items(sheet), new(null, "Recent graduate", true, null)]);
        (refused.Outcome, refused.Refused.Single().Attribute).ShouldBe((RequirementsOutcome.Refused, "age"));
        refused.Problem.ShouldContain("Ask for");
        (await ChangeAsync(posting, 0, [new(null, "SQL", true, 7)])).Outcome.ShouldBe(RequirementsOutcome.Invalid);
        (await ChangeAsync(posting, 0, null)).Outcome.ShouldBe(RequirementsOutcome.Unchanged);
        var dry = await ChangeAsync(posting, 0, [new(null, "SQL", true, null)], isDryRun: true);
        (dry.Outcome, dry.Sheet.Version).ShouldBe((RequirementsOutcome.Changed, 1));

        var after = (await posting.GetRequirementsAsync()).ShouldNotBeNull();
        (after.Version, after.History.Length).ShouldBe((0, 0));
        after.Lines.ShouldBe(sheet.Lines);
        (await Posting(account, "none").GetRequirementsAsync()).ShouldBeNull();
    }

    private IPostingGrain Posting(TestAccount account, string id) =>
        silo.Grains.GetGrain<IPostingGrain>(new PostingKey(account.Key, id).ToString());

    private static ImmutableArray<RequirementItem> Items(RequirementSheet sheet) =>
        [.. sheet.Lines.Select(l => new RequirementItem(l.Id, l.Text, l.IsMust, l.Weight))];

    private static async Task<RequirementsAnswer> ChangeAsync(
        IPostingGrain posting,
        int version,
        ImmutableArray<RequirementItem>? items,
        bool isDryRun = false
    ) =>
        (
            await posting.ChangeRequirementsAsync(
                new RequirementsChange(version, "ada", items, isDryRun),
                CancellationToken.None
            )
        ).ShouldNotBeNull();

    private Task<IReadOnlyList<ActivityRow>> LinesAsync(TestAccount account) =>
        silo.Store<IActivityStore>().ReadAsync(account.Key, 0, 500, CancellationToken.None);
}
