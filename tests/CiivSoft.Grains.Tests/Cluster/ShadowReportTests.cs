using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Tests.Support;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>What the shadow report says is what going live does.</summary>
public sealed class ShadowReportTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task Shadow_writes_nothing_and_going_live_writes_exactly_what_was_reported()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        for (var i = 0; i < 3; i++)
        {
            await account.Lever.RememberAsync($"nina-{i}", "old", Samples.NurseResume, $"nina{i}@example.com");
        }

        await account.Lever.PostAsync("chef", "Head Chef", Samples.ChefPosting);
        await account.ConnectAsync(AccountMode.Shadow, settings: s => s with { LeadsPerPosting = 2 });
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        var matches = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            matches.Add(await account.Lever.ApplyAsync("nurse", "Nora Example", Samples.NurseResume));
        }

        await account.Lever.ApplyAsync("chef", "Nadia Example", Samples.NurseResume);
        await account.Lever.ApplyAsync("nurse", "Alan Example", Samples.AccountantResume);
        await account.Lever.ApplyAsync("nurse", "Nobody Example", resume: null);
        await account.ScanAsync();
        await account.ScanAsync();

        var report = await account.Desk.GetShadowReportAsync(CancellationToken.None);
        (await account.Lever.CountWritesAsync()).ShouldBe(0);
        report.Fiilter.ShouldBe(new ShadowApplications(report.Fiilter.Decided, 3, 3));
        (report.Arkiive.WouldPropose, report.Refiine.WouldPropose).ShouldBe((2, 1));
        (report.Lapsed.Length, report.ActionsLeftOut).ShouldBe((0, 0));
        report.Examples.ShouldContain(e => e.Verdict == Verdicts.NoMatch);
        report.Limits.ShouldContain(l => l.Code == "create-opportunity");
        report.Recruiters.Single(r => r.Verdict == Verdicts.Match).Untouched.ShouldBe(3);

        await account.Grain.GoLiveAsync(applyShadow: true, CancellationToken.None);
        await account.SettleAsync();

        var after = await account.Lever.OpportunitiesAsync();
        after
            .Where(o => o.StageId == LeverProcess.ScreenedStageId)
            .Select(o => o.Id)
            .Order()
            .ShouldBe(report.Actions.Select(a => a.OpportunityId).OfType<string>().Order());
        after
            .Where(o => o.IsOurs)
            .Select(o => (o.ContactId, o.PostingId))
            .Order()
            .ShouldBe(
                report.Actions.Where(a => a.OpportunityId is null).Select(a => (a.ContactId, a.PostingId)).Order()
            );
        after.Count(o => o.Notes.Count > 0).ShouldBe(report.Actions.Length + 1); // REFiiNE's line on the application.
        (await account.Desk.GetShadowReportAsync(CancellationToken.None)).Actions.ShouldBeEmpty();
        silo.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_recruiters_did_meanwhile_is_shown_side_by_side_and_is_not_written()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync(AccountMode.Shadow);
        var moved = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        var archived = await account.Lever.ApplyAsync("nurse", "Nora Example", Samples.NurseResume);
        var waiting = await account.Lever.ApplyAsync("nurse", "Nell Example", Samples.NurseResume);
        var rejected = await account.Lever.ApplyAsync("nurse", "Alan Example", Samples.AccountantResume);
        await account.ScanAsync();
        await account.Lever.ActAsync("stage", moved, new { stage = "Phone interview" });
        await account.Lever.ActAsync("archive", archived);
        await account.Lever.ActAsync("archive", rejected);
        await account.ScanAsync();

        var report = await account.Desk.GetShadowReportAsync(CancellationToken.None);
        await account.Grain.GoLiveAsync(applyShadow: true, CancellationToken.None);
        await account.SettleAsync();

        report.Fiilter.ShouldBe(new ShadowApplications(4, 3, 1));
        report.Recruiters.ShouldBe([
            new SideBySide(Verdicts.Match, MovedOn: 1, Archived: 1, Hired: 0, Untouched: 1, Gone: 0),
            new SideBySide(Verdicts.NoMatch, MovedOn: 0, Archived: 1, Hired: 0, Untouched: 0, Gone: 0),
        ]);
        report.Actions.ShouldHaveSingleItem().OpportunityId.ShouldBe(waiting);
        report.Lapsed.Length.ShouldBe(2);
        (await account.Lever.OpportunityAsync(waiting)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        (await account.Lever.OpportunityAsync(archived)).StageId.ShouldBe("applicant-new");
        report.Actions.ShouldAllBe(a => a.Solution == Solution.Fiilter);
    }

    [Fact]
    public async Task A_key_is_probed_without_storing_it_and_the_gap_is_explained()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        var request = new ConnectRequest(
            account.Lever.Address,
            new SecretText(LeverProcess.ArticleExact),
            account.Lever.ServiceUser,
            Mode: null,
            ScanEvery: null
        );

        var probed = await account.Desk.ProbeAsync(request, CancellationToken.None);
        var refused = await account.Desk.ProbeAsync(
            request with
            {
                ApiKey = new SecretText("no-such-key"),
            },
            CancellationToken.None
        );

        (await account.Grain.GetStatusAsync()).Connection.ShouldBe(ConnectionStatus.None);
        (await account.Lever.CountWritesAsync()).ShouldBe(0);
        probed.Connected.ShouldBeTrue();
        probed.Findings.ShouldBeEmpty();
        probed
            .Advice.Select(a => a.Code)
            .ShouldBe(["create-opportunity", "undo-of-leads", "confidential-access", "service-user"]);
        (probed.ScreenedStageId, probed.ServiceUser, probed.ConfidentialAccess).ShouldBe(
            (LeverProcess.ScreenedStageId, account.Lever.ServiceUser, RightState.Missing)
        );
        probed.Rights.Count(r => r.State == RightState.NotYetKnown).ShouldBe(5);
        refused.Connected.ShouldBeFalse();
        refused.Findings.ShouldHaveSingleItem().Code.ShouldBe("key-refused");
    }

    [Fact]
    public async Task A_write_right_is_present_once_it_was_used()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync(key: LeverProcess.ArticleExact);
        await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();

        var rights = (await account.Grain.CheckRightsAsync(CancellationToken.None)).Rights;

        rights.Single(r => r.Name == "Update an opportunity stage").State.ShouldBe(RightState.Present);
        rights.Single(r => r.Name == "Create an opportunity").State.ShouldBe(RightState.NotYetKnown);
    }

    [Fact]
    public async Task A_contact_is_erased_on_demand()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();
        var contact = (await account.Lever.OpportunityAsync(application)).ContactId;

        (await account.Desk.EraseContactAsync("nobody", CancellationToken.None)).ShouldBeFalse();
        (await account.Desk.EraseContactAsync(contact, CancellationToken.None)).ShouldBeTrue();

        (await account.DecisionsAsync(Solution.Fiilter)).ShouldHaveSingleItem().EvidenceJson.ShouldBeNull();
        var resumes = silo.Store<CiivSoft.Storage.Resumes.IResumeStore>();
        (await resumes.LoadAsync(account.Key, [contact], CancellationToken.None)).ShouldBeEmpty();
    }
}
