using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>The three solutions from end to end, as the help article tells them.</summary>
public sealed class StoryTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task ARKiiVE_proposes_who_is_in_the_account_when_a_posting_opens()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.Lever.RememberAsync("alan", "old", Samples.AccountantResume, "alan@example.com");
        await account.ConnectAsync();

        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ScanAsync();

        var lead = (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem();
        (lead.ContactId, lead.StageId).ShouldBe(("nina", "lead-new"));
        var note = lead.Notes.ShouldHaveSingleItem();
        note.ShouldContain("ARKiiVE");
        note.ShouldMatch("Ref CVS-[0-9A-Z]{16}$");
        silo.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task FiiLTER_moves_a_match_with_a_note_and_leaves_the_rest_where_it_is()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();

        var match = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        var other = await account.Lever.ApplyAsync("nurse", "Alan Example", Samples.AccountantResume);
        await account.ScanAsync();

        var moved = await account.Lever.OpportunityAsync(match);
        moved.StageId.ShouldBe(LeverProcess.ScreenedStageId);
        moved.Notes.ShouldHaveSingleItem().ShouldContain("FiiLTER");
        var left = await account.Lever.OpportunityAsync(other);
        (left.StageId, left.IsArchived, left.Notes.Count).ShouldBe(("applicant-new", false, 0));
        (await account.VerdictsAsync(Solution.Fiilter)).Order().ShouldBe([Verdicts.Match, Verdicts.NoMatch]);
    }

    [Fact]
    public async Task REFiiNE_makes_no_match_a_lead_elsewhere_with_two_notes()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.Lever.PostAsync("chef", "Head Chef", Samples.ChefPosting);
        await account.ConnectAsync();

        var application = await account.Lever.ApplyAsync("chef", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();

        var origin = await account.Lever.OpportunityAsync(application);
        var lead = (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem();
        origin.StageId.ShouldBe("applicant-new");
        lead.ContactId.ShouldBe(origin.ContactId);
        lead.Notes.ShouldHaveSingleItem().ShouldContain("Head Chef");
        origin.Notes.ShouldHaveSingleItem().ShouldContain("Registered Nurse");
    }

    [Fact]
    public async Task An_application_is_decided_once_however_often_it_is_seen()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();
        var writes = await account.Lever.CountWritesAsync();
        var reads = await account.Lever.CountRequestsAsync("GET /opportunities/:opportunity/resumes");

        await account.Lever.ActAsync("stage", application, new { stage = "applicant-new" });
        await account.ScanAsync();
        await account.ScanAsync();

        (await account.Lever.CountWritesAsync()).ShouldBe(writes);
        (await account.Lever.CountRequestsAsync("GET /opportunities/:opportunity/resumes")).ShouldBe(reads);
        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe("applicant-new");
        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBe([Verdicts.Match]);
    }

    [Fact]
    public async Task Shadow_writes_nothing_and_going_live_writes_what_still_holds()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync(AccountMode.Shadow);
        var match = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        var gone = await account.Lever.ApplyAsync("nurse", "Nora Example", Samples.NurseResume);
        await account.ScanAsync();

        (await account.Lever.CountWritesAsync()).ShouldBe(0);
        (await account.EffectsAsync()).ShouldAllBe(e => e.State == EffectState.Shadow);

        await account.Lever.ActAsync("archive", gone);
        await account.Grain.GoLiveAsync(applyShadow: true, CancellationToken.None);
        await account.SettleAsync();

        (await account.Lever.OpportunityAsync(match)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        (await account.Lever.OpportunityAsync(match)).Notes.Count.ShouldBe(1);
        (await account.Lever.OpportunityAsync(gone)).Notes.ShouldBeEmpty();
        (await account.Lever.OpportunityAsync(gone)).StageId.ShouldBe("applicant-new");
    }

    [Fact]
    public async Task Going_live_without_applying_writes_only_what_is_decided_from_then_on()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync(AccountMode.Shadow);
        var before = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();
        await account.Grain.GoLiveAsync(applyShadow: false, CancellationToken.None);
        var after = await account.Lever.ApplyAsync("nurse", "Nora Example", Samples.NurseResume);
        await account.ScanAsync();

        (await account.Lever.OpportunityAsync(before)).StageId.ShouldBe("applicant-new");
        (await account.Lever.OpportunityAsync(after)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
    }
}
