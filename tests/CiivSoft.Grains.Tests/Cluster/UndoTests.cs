using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Undo: what nobody touched goes back, what somebody touched stays, what we may not do is said.</summary>
public sealed class UndoTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private const string Reason = "Position closed";
    private static readonly string[] SomeTag = ["worth a call"];
    private static readonly string[] Moves = ["PUT /opportunities/:opportunity/stage"];

    [Fact]
    public async Task A_move_that_nobody_touched_goes_back_once_with_a_note_and_is_not_made_again()
    {
        await using var account = await TestAccount.StartAsync(silo);
        var application = await MoveAsync(account);
        var scope = UndoScope.OfPosting("nurse");
        var preview = await PreviewAsync(account, scope);

        await UndoAsync(account, scope);
        await UndoAsync(account, scope);
        await account.ScanAsync();

        preview.ShouldHaveSingleItem().State.ShouldBe(UndoState.Possible);
        var restored = await account.Lever.OpportunityAsync(application);
        (restored.StageId, restored.IsArchived, restored.Notes.Count).ShouldBe(("applicant-new", false, 2));
        restored.Notes.ShouldContain(n => n.StartsWith("FiiLTER undone", StringComparison.Ordinal));
        (await account.Lever.CountRequestsAsync("PUT /opportunities/:opportunity/stage")).ShouldBe(2);
        (await ItemsAsync(account, scope)).ShouldHaveSingleItem().State.ShouldBe(UndoState.Undone);
        silo.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lead_that_nobody_touched_is_archived_and_nobody_is_proposed_in_its_place()
    {
        await using var account = await TestAccount.StartAsync(silo);
        var lead = await ProposeAsync(account);
        await account.Lever.RememberAsync("nora", "old", Samples.NurseResume, "nora@example.com");
        var run = UndoScope.OfRun("nurse/1");

        await UndoAsync(account, run);
        await account.ScanAsync();

        var withdrawn = await account.Lever.OpportunityAsync(lead);
        (withdrawn.IsArchived, withdrawn.StageId, withdrawn.Notes.Count).ShouldBe((true, "lead-new", 2));
        withdrawn.Notes.ShouldContain(n => n.StartsWith("ARKiiVE undone", StringComparison.Ordinal));
        (await account.Lever.CountRequestsAsync("PUT /opportunities/:opportunity/archived")).ShouldBe(1);
        (await account.EffectsAsync()).Count(e => e.Kind == EffectKind.Lead).ShouldBe(1);
        (await ItemsAsync(account, run)).ShouldHaveSingleItem().State.ShouldBe(UndoState.Undone);
    }

    [Fact]
    public async Task Undo_works_while_the_account_is_paused_and_a_Ref_names_the_action()
    {
        await using var account = await TestAccount.StartAsync(silo);
        var application = await MoveAsync(account);
        await account.Grain.PauseAsync(new PauseScope(null, null), CancellationToken.None);
        var note = (await account.EffectsAsync()).Single(e => e.Kind == EffectKind.Note);

        await account.Desk.UndoAsync(UndoScope.OfAction("Ref " + note.Ref), CancellationToken.None);
        await account.UntilAsync("the move is undone", s => s.Effects.GetValueOrDefault("done") == 4);

        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe("applicant-new");
    }

    [Theory]
    [InlineData("stage")]
    [InlineData("archive")]
    [InlineData("note")]
    [InlineData("tag")]
    [InlineData("snooze")]
    public async Task A_move_that_a_person_touched_since_is_left_alone(string act)
    {
        await using var account = await TestAccount.StartAsync(silo);
        var application = await MoveAsync(account);
        await TouchAsync(account, application, act);
        var before = await account.Lever.OpportunityAsync(application);

        await UndoAsync(account, UndoScope.OfPosting("nurse"));

        var after = await account.Lever.OpportunityAsync(application);
        (after.StageId, after.Notes.Count).ShouldBe((before.StageId, before.Notes.Count));
        var item = (await ItemsAsync(account, UndoScope.OfPosting("nurse"))).ShouldHaveSingleItem();
        item.State.ShouldBe(UndoState.LeftAlone);
        item.Reason.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("stage")]
    [InlineData("archive")]
    [InlineData("note")]
    [InlineData("tag")]
    [InlineData("delete")]
    public async Task A_lead_that_a_person_touched_since_is_left_alone(string act)
    {
        await using var account = await TestAccount.StartAsync(silo);
        var lead = await ProposeAsync(account);
        await TouchAsync(account, lead, act);
        var preview = await PreviewAsync(account, UndoScope.OfPosting("nurse"));

        await UndoAsync(account, UndoScope.OfPosting("nurse"));

        preview.ShouldHaveSingleItem().State.ShouldBe(UndoState.LeftAlone);
        (await account.Lever.CountRequestsAsync("PUT /opportunities/:opportunity/archived")).ShouldBe(0);
        (await ItemsAsync(account, UndoScope.OfPosting("nurse")))
            .ShouldHaveSingleItem()
            .State.ShouldBe(UndoState.LeftAlone);
    }

    [Fact]
    public async Task Without_the_two_extra_rights_the_list_says_what_to_do_by_hand_and_with_them_it_is_done()
    {
        await using var account = await TestAccount.StartAsync(silo);
        var lead = await ProposeAsync(account);
        var scope = UndoScope.OfPosting("nurse");
        string[] extras = [LeverRoute.ArchiveOpportunity.Right, LeverRoute.ListArchiveReasons.Right];
        await account.Lever.RightsAsync(LeverProcess.AllRights, "rights", new { remove = extras });
        silo.Clock.Advance(TimeSpan.FromMinutes(2));

        var preview = (await PreviewAsync(account, scope)).ShouldHaveSingleItem();
        await UndoAsync(account, scope);
        var byHand = (await ItemsAsync(account, scope)).ShouldHaveSingleItem();

        preview.State.ShouldBe(UndoState.ByHand);
        byHand.State.ShouldBe(UndoState.ByHand);
        byHand.Remedy.ShouldNotBeNull().ShouldContain(LeverRoute.ArchiveOpportunity.Right);
        (await account.Lever.OpportunityAsync(lead)).IsArchived.ShouldBeFalse();

        await account.Lever.RightsAsync(LeverProcess.AllRights, "rights", new { add = extras });
        await account.ScanAsync();
        (await account.Lever.OpportunityAsync(lead)).IsArchived.ShouldBeTrue();
        (await ItemsAsync(account, scope)).ShouldHaveSingleItem().State.ShouldBe(UndoState.Undone);
    }

    [Fact]
    public async Task Without_a_configured_reason_or_with_that_of_hiring_nothing_is_archived()
    {
        await using var account = await TestAccount.StartAsync(silo);
        var lead = await ProposeAsync(account, reason: null);
        var scope = UndoScope.OfPosting("nurse");

        await UndoAsync(account, scope);
        var unset = (await ItemsAsync(account, scope)).ShouldHaveSingleItem();
        await ConfigureReasonAsync(account, "Hired");
        await UndoAsync(account, scope);
        var hired = (await ItemsAsync(account, scope)).ShouldHaveSingleItem();

        unset.State.ShouldBe(UndoState.ByHand);
        hired.State.ShouldBe(UndoState.ByHand);
        (await account.Lever.OpportunityAsync(lead)).IsArchived.ShouldBeFalse();
    }

    [Fact]
    public async Task An_undo_whose_answer_was_lost_and_whose_silo_died_is_done_once()
    {
        await using var account = await TestAccount.StartAsync(silo);
        var application = await MoveAsync(account);
        await account.Lever.FaultsAsync(new { lostAnswers = 1, routes = Moves });
        await account.Desk.UndoAsync(UndoScope.OfPosting("nurse"), CancellationToken.None);
        await account.UntilAsync("its outcome is unknown", s => s.Effects.GetValueOrDefault("unknown") > 0);

        await silo.KillAsync();
        await account.Lever.FaultsAsync(new { });
        await account.UntilAsync("the move is undone", s => s.Effects.GetValueOrDefault("done") == 4);

        var restored = await account.Lever.OpportunityAsync(application);
        (restored.StageId, restored.Notes.Count).ShouldBe(("applicant-new", 2));
    }

    [Fact]
    public async Task A_scan_is_undone_as_a_whole_and_what_another_one_did_stays()
    {
        await using var account = await TestAccount.StartAsync(silo);
        var first = await MoveAsync(account);
        silo.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await account.Lever.ApplyAsync("nurse", "Nora Example", Samples.NurseResume);
        await account.ScanAsync();
        var runs = await silo.Store<CiivSoft.Storage.Reading.UndoQueries>()
            .RunsAsync(account.Key, 10, CancellationToken.None);

        await UndoAsync(account, UndoScope.OfRun(runs[0].Run));

        (await account.Lever.OpportunityAsync(first)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        (await account.Lever.OpportunityAsync(second)).StageId.ShouldBe("applicant-new");
    }

    private static async Task<string> MoveAsync(TestAccount account)
    {
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();
        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        return application;
    }

    private static async Task<string> ProposeAsync(TestAccount account, string? reason = Reason)
    {
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync(settings: s => s with { WithdrawReason = reason });
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ScanAsync();
        return (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem().Id;
    }

    // Not in the very moment of our own write: Lever's times do not tell the two apart.
    private static async Task TouchAsync(TestAccount account, string opportunity, string act)
    {
        await account.Lever.LaterAsync(TimeSpan.FromSeconds(2));
        object more = act switch
        {
            "stage" => new { stage = "Phone interview" },
            "note" => new { value = "Called, will come on Monday." },
            "snooze" => new { until = DateTimeOffset.UtcNow.AddDays(3).ToUnixTimeMilliseconds() },
            _ => new { tags = SomeTag },
        };
        await account.Lever.ActAsync(act, opportunity, more);
    }

    private static async Task<IReadOnlyList<UndoItem>> PreviewAsync(TestAccount account, UndoScope scope)
    {
        var listed = await account.Desk.ListUndoAsync(scope, CancellationToken.None);
        var seen = await account.Desk.PreviewUndoAsync(
            [.. listed.Items.Select(i => i.ActionId)],
            CancellationToken.None
        );
        return seen.Items;
    }

    private static async Task<IReadOnlyList<UndoItem>> ItemsAsync(TestAccount account, UndoScope scope) =>
        (await account.Desk.ListUndoAsync(scope, CancellationToken.None)).Items;

    private static async Task UndoAsync(TestAccount account, UndoScope scope)
    {
        await account.Desk.UndoAsync(scope, CancellationToken.None);
        await account.SettleAsync();
    }

    private static async Task ConfigureReasonAsync(TestAccount account, string reason)
    {
        var settings = (await account.Grain.GetStatusAsync()).Settings;
        await account.Grain.ConfigureAsync(settings with { WithdrawReason = reason }, CancellationToken.None);
    }
}
