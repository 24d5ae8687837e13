using CiivSoft.Abstractions;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Lost answers, refusals for now, and silos that die: everything is done once.</summary>
public sealed class FaultTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private const string MoveRoute = "PUT /opportunities/:opportunity/stage";

    private static readonly string[] Moves = ["PUT"];
    private static readonly string[] Leads = ["POST /opportunities"];
    private static readonly string[] ListsOfOpportunities = ["GET /opportunities"];

    [Theory]
    [InlineData("lostAnswers", 1)]
    [InlineData("lostRequests", 2)]
    public async Task A_lead_whose_answer_was_lost_is_found_again_and_one_that_was_lost_is_sent_again(
        string fault,
        int sent
    )
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync();
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);

        await BreakOnceAsync(account, fault, "POST /opportunities");
        await account.SettleAsync();

        (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem().Notes.Count.ShouldBe(1);
        (await account.Lever.CountRequestsAsync("POST /opportunities")).ShouldBe(sent);
        (await account.EffectsAsync()).ShouldAllBe(e => e.State == EffectState.Done);
    }

    [Theory]
    [InlineData("lostAnswers", MoveRoute)]
    [InlineData("lostRequests", MoveRoute)]
    [InlineData("status5xxAfterCommit", "POST /opportunities/:opportunity/notes")]
    [InlineData("status5xx", "POST /opportunities/:opportunity/notes")]
    public async Task A_move_and_its_note_are_done_once_whatever_is_lost(string fault, string route)
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);

        await BreakOnceAsync(account, fault, route);
        await account.SettleAsync();

        var seen = await account.Lever.OpportunityAsync(application);
        (seen.StageId, seen.Notes.Count).ShouldBe((LeverProcess.ScreenedStageId, 1));
        (await account.EffectsAsync()).ShouldAllBe(e => e.State == EffectState.Done);
    }

    [Theory]
    [InlineData("POST /opportunities")]
    [InlineData("POST /opportunities/:opportunity/notes")]
    public async Task A_write_that_Lever_commits_late_is_found_and_not_made_again(string route)
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync();
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        // Nearly as late as the client's time-out and the grace allow: the first look at a lead finds nothing.
        await account.Lever.FaultsAsync(
            new
            {
                lateCommits = 1,
                lateCommitMaxMs = 1900,
                routes = new[] { route },
            }
        );
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("the outcome is unknown", s => s.Effects.GetValueOrDefault("unknown") > 0);
        await account.Lever.FaultsAsync(new { });
        await account.SettleAsync();

        (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem().Notes.Count.ShouldBe(1);
        (await account.EffectsAsync()).ShouldAllBe(e => e.State == EffectState.Done);
    }

    [Fact]
    public async Task A_move_whose_answer_was_lost_and_that_a_person_moved_on_gets_its_note()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.Lever.FaultsAsync(new { lostAnswers = 1, routes = Moves });
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("the outcome is unknown", s => s.Effects.GetValueOrDefault("unknown") == 1);
        await account.Lever.ActAsync("stage", application, new { stage = "Phone interview" });
        await account.Lever.FaultsAsync(new { });
        await account.SettleAsync();

        (await account.Lever.OpportunityAsync(application)).Notes.Count.ShouldBe(1);
        (await account.EffectsAsync()).ShouldAllBe(e => e.State == EffectState.Done);
        (await account.Lever.CountRequestsAsync("PUT /opportunities/:opportunity/stage")).ShouldBe(1);
    }

    [Fact]
    public async Task A_lead_that_is_found_after_its_person_withdrew_consent_gets_a_note_without_reasons()
    {
        await using var account = await TestAccount.StartAsync(silo);
        var old = await LoseLeadAsync(account);
        await account.Lever.ActAsync("contact", old, new { dataProtection = new { store = new { allowed = false } } });

        await account.Desk.EraseContactAsync("nina", CancellationToken.None);
        await account.Lever.FaultsAsync(new { });
        await account.SettleAsync();

        var note = (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem().Notes.ShouldHaveSingleItem();
        note.ShouldStartWith("ARKiiVE lead: Registered Nurse\nCiiVSOFT has erased");
        (await account.EffectsAsync()).ShouldAllBe(e => e.State == EffectState.Done && e.PayloadJson == null);
    }

    [Fact]
    public async Task A_lead_that_was_anonymised_before_it_was_found_is_left_without_a_note()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await LoseLeadAsync(account);
        var lead = (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem().Id;
        await account.Lever.ActAsync("anonymise", lead);

        await account.Desk.EraseContactAsync("nina", CancellationToken.None);
        await account.Lever.FaultsAsync(new { });
        await account.SettleAsync();

        (await account.Lever.OpportunityAsync(lead)).Notes.ShouldBeEmpty();
        (await account.EffectsAsync())
            .Select(e => (e.Kind, e.State))
            .ShouldBe(
                [(EffectKind.Lead, EffectState.Done), (EffectKind.Note, EffectState.Cancelled)],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task A_lead_in_doubt_is_not_sent_again_while_it_may_be_a_record_that_cannot_be_read()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await LoseLeadAsync(account);
        await account.Lever.FaultsAsync(new { brokenRecords = 1, routes = ListsOfOpportunities });
        silo.Clock.Advance(TimeSpan.FromMinutes(1)); // Lever commits nothing any more.
        var before = (await LeadAsync(account)).Attempts;

        await account.UntilAsync(
            "it is looked for four times",
            async _ => (await LeadAsync(account)).Attempts >= before + 4
        );

        (await LeadAsync(account)).State.ShouldBe(EffectState.Unknown);
        await account.Lever.FaultsAsync(new { });
        await account.SettleAsync();
        (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem().Notes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_note_in_doubt_is_not_written_again_while_it_may_be_a_record_that_cannot_be_read()
    {
        const string Notes = "/opportunities/:opportunity/notes";
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await BreakOnceAsync(account, "lostAnswers", "POST " + Notes);
        await account.Lever.FaultsAsync(new { brokenRecords = 1, routes = new[] { "GET " + Notes } });
        silo.Clock.Advance(TimeSpan.FromMinutes(1));

        await account.UntilAsync(
            "it is looked for three times",
            async _ => await account.Lever.CountRequestsAsync("GET " + Notes) >= 3
        );

        await account.Lever.FaultsAsync(new { });
        await account.SettleAsync();
        (await account.Lever.OpportunityAsync(application)).Notes.Count.ShouldBe(1);
        (await account.EffectsAsync()).ShouldAllBe(e => e.State == EffectState.Done);
    }

    private static async Task<EffectRow> LeadAsync(TestAccount account) =>
        (await account.EffectsAsync()).Single(e => e.Kind == EffectKind.Lead);

    // A lead of nina, for the posting "nurse", is made and its answer lost. Returns the opportunity she had before.
    private static async Task<string> LoseLeadAsync(TestAccount account)
    {
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        var old = await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync();
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.Lever.FaultsAsync(new { lostAnswers = 1, routes = Leads });
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("the outcome is unknown", s => s.Effects.GetValueOrDefault("unknown") == 1);
        return old;
    }

    [Fact]
    public async Task Refusals_for_now_and_broken_answers_delay_and_lose_nothing()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var ids = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            ids.Add(await account.Lever.ApplyAsync("nurse", $"Nina Example {i}", Samples.NurseResume));
        }

        await account.Lever.FaultsAsync(
            new
            {
                status429 = 0.1,
                status5xx = 0.05,
                lostAnswers = 0.05,
                malformed = 0.05,
                seed = 11,
            }
        );
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("all is decided", s => s.Effects.Values.Sum() == 20 && s.IsIdle);
        await account.Lever.FaultsAsync(new { });

        foreach (var id in ids)
        {
            var seen = await account.Lever.OpportunityAsync(id);
            (seen.StageId, seen.Notes.Count).ShouldBe((LeverProcess.ScreenedStageId, 1));
        }
    }

    [Fact]
    public async Task Lever_down_for_an_hour_costs_a_handful_of_calls_and_is_said()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.Lever.FaultsAsync(new { status5xx = 1 });
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("it is said", s => s.Findings.Any(f => f.Code == "lever-unavailable"));
        await account.Lever.FaultsAsync(new { });
        silo.Clock.Advance(TimeSpan.FromHours(1));
        await account.UntilAsync("work goes on", s => s.IsIdle && s.Effects.GetValueOrDefault("done") == 2);

        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        (await account.Grain.GetStatusAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activation_that_ends_in_the_middle_is_resumed()
    {
        await using var account = await TestAccount.StartAsync(silo);
        var ids = await BeginAsync(account);

        await silo.DeactivateAsync(account.Grain);

        await AllOnceAsync(account, ids);
    }

    [Fact]
    public async Task Who_waits_on_a_posting_that_opens_is_looked_at_although_the_activation_that_saw_it_open_ends()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.Lever.ActOnPostingAsync("closePosting", "nurse");
        await account.ScanAsync();
        await account.Lever.ActOnPostingAsync("reopenPosting", "nurse");
        await account.Lever.FaultsAsync(new { status5xx = 1, routes = ListsOfOpportunities });
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("the scan breaks off", s => s.Findings.Any(f => f.Code == "lever-unavailable"));
        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBeEmpty();

        await silo.DeactivateAsync(account.Grain);
        await account.Lever.FaultsAsync(new { });
        await account.ScanAsync();

        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
    }

    [Fact]
    public async Task Postings_that_were_stored_although_the_database_gave_no_answer_take_part()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        silo.Mirror.Next = nameof(IMirrorStore.SaveAsync);
        await account.ConnectAsync();
        silo.Mirror.Next.ShouldBeNull("the first to be saved are the postings");

        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();

        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
    }

    [Fact]
    public async Task Moves_in_doubt_are_looked_for_together()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var ids = new List<string>();
        foreach (var name in new[] { "Nina", "Nora", "Nell" })
        {
            ids.Add(await account.Lever.ApplyAsync("nurse", $"{name} Example", Samples.NurseResume));
        }

        await account.Lever.FaultsAsync(new { lostAnswers = 1, routes = new[] { MoveRoute } });
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("all are in doubt", s => s.Effects.GetValueOrDefault("unknown") == 3);
        await account.SettleAsync();

        foreach (var id in ids)
        {
            var seen = await account.Lever.OpportunityAsync(id);
            (seen.StageId, seen.Notes.Count).ShouldBe((LeverProcess.ScreenedStageId, 1));
        }

        (await account.Lever.CountRequestsAsync(MoveRoute)).ShouldBe(3);
        (await account.Lever.CountRequestsAsync("GET /opportunities/:opportunity")).ShouldBe(3, "each before its move");
    }

    [Fact]
    public async Task A_silo_that_dies_in_the_middle_loses_and_doubles_nothing()
    {
        await using var account = await TestAccount.StartAsync(silo);
        var ids = await BeginAsync(account);

        await silo.KillAsync();

        await AllOnceAsync(account, ids);
    }

    private static async Task<List<string>> BeginAsync(TestAccount account)
    {
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var ids = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            ids.Add(await account.Lever.ApplyAsync("nurse", $"Nina Example {i}", Samples.NurseResume));
        }

        await account.Lever.FaultsAsync(new { slowMs = 100 });
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("the first is written", s => s.Effects.GetValueOrDefault("done") > 0);
        return ids;
    }

    private static async Task AllOnceAsync(TestAccount account, List<string> ids)
    {
        await account.Lever.FaultsAsync(new { });
        await account.UntilAsync("all is written", s => s.IsIdle && s.Effects.GetValueOrDefault("done") == 24);
        foreach (var id in ids)
        {
            (await account.Lever.OpportunityAsync(id)).Notes.Count.ShouldBe(1);
        }

        (await account.VerdictsAsync(Solution.Fiilter)).Count.ShouldBe(ids.Count);
    }

    // The fault is on until its first victim is known.
    private static async Task BreakOnceAsync(TestAccount account, string fault, string route)
    {
        await account.Lever.FaultsAsync(new Dictionary<string, object> { [fault] = 1, ["routes"] = new[] { route } });
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("the outcome is unknown", s => s.Effects.GetValueOrDefault("unknown") > 0);
        await account.Lever.FaultsAsync(new { });
    }
}
