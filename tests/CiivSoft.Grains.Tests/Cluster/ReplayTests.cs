using CiivSoft.Abstractions.Replays;
using CiivSoft.Grains.Tests.Support;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Past applications against what recruiters did with them, on a connected account.</summary>
public sealed class ReplayTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task What_recruiters_did_is_compared_with_the_scores_and_nothing_is_written()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        var advanced = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        var refused = await account.Lever.ApplyAsync("nurse", "Alan Example", Samples.AccountantResume);
        var foreign = await account.Lever.ApplyAsync("nurse", "Gerda Example", Samples.GermanResume);
        await account.Lever.ActAsync("stage", advanced, new { stage = "Phone interview" });
        await account.Lever.ActAsync("archive", refused);
        await account.Lever.ActAsync("archive", foreign);
        await account.ConnectAsync();
        var waiting = await account.Lever.ApplyAsync("nurse", "Nora Example", Samples.NurseResume);
        await account.ScanAsync();
        var writes = await account.Lever.CountWritesAsync();

        var page = await ReadAsync(account);

        page.Next.ShouldBeNull();
        var found = page.Applications.ToDictionary(a => a.OpportunityId);
        found.Count.ShouldBe(4);
        found[advanced].Outcome.ShouldBe(RecruiterOutcome.Advanced);
        found[advanced].Score.ShouldNotBeNull().ShouldBeGreaterThan(page.Bar);
        found[refused].Outcome.ShouldBe(RecruiterOutcome.NotAdvanced);
        found[refused].Score.ShouldNotBeNull().ShouldBeLessThan(page.Bar);
        (found[foreign].Score, found[foreign].Gap).ShouldBe((null, ReplayGap.NotJudgeable));
        // FiiLTER moved it itself: no recruiter has.
        found[waiting].Outcome.ShouldBe(RecruiterOutcome.Undecided);
        (await account.Lever.CountWritesAsync()).ShouldBe(writes);
    }

    [Fact]
    public async Task A_resume_that_came_with_a_later_application_was_not_known_at_the_earlier_one()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Accountant", Samples.AccountantPosting, "closed");
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        var earlier = await account.Lever.RememberAsync("nina", "old", Samples.AccountantResume, "nina@example.com");
        var later = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync();

        var found = (await ReadAsync(account)).Applications.ToDictionary(a => a.OpportunityId);

        (found[earlier].Gap, found[earlier].Score).ShouldBe((ReplayGap.ResumeIsNewer, null));
        found[earlier].Outcome.ShouldBe(RecruiterOutcome.NotAdvanced);
        found[later].Gap.ShouldBe(ReplayGap.None);
    }

    [Fact]
    public async Task The_bar_is_the_account_s_own_where_it_has_one()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.ConnectAsync(settings: s => s with { Bars = s.Bars with { Fiilter = 0.77 } });

        (await ReadAsync(account)).Bar.ShouldBe(0.77);
    }

    private Task<ReplayPage> ReadAsync(TestAccount account) =>
        silo.Grains.GetGrain<IReplayGrain>(account.Key.ToString()).ReadPageAsync(null, CancellationToken.None);
}
