using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>What changes later on somebody who is known: a résumé, a place, a consent, the posting.</summary>
public sealed class ChangeTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private const string ListResumes = "GET /opportunities/:opportunity/resumes";

    private static readonly string[] Nice = ["nice"];

    [Fact]
    public async Task A_new_resume_on_a_known_opportunity_is_read_and_other_changes_cost_no_call()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("chef", "Head Chef", Samples.ChefPosting);
        await account.ConnectAsync();
        var application = await account.Lever.ApplyAsync("chef", "Nina Example", Samples.AccountantResume);
        await account.ScanAsync();
        var contact = (await account.Lever.OpportunityAsync(application)).ContactId;
        var looks = await account.Lever.CountRequestsAsync(ListResumes);

        await account.Lever.ActAsync("tag", application, new { tags = Nice });
        await account.Lever.ActAsync("contact", application, new { location = "York, UK" });
        await account.ScanAsync();
        (await account.Lever.CountRequestsAsync(ListResumes)).ShouldBe(looks);

        var resume = new { name = "cv.txt", text = Samples.NurseResume };
        await account.Lever.ActAsync("resume", application, new { resume });
        await account.ScanAsync();

        (await account.Lever.CountRequestsAsync(ListResumes)).ShouldBe(looks + 1);
        (await ResumesAsync(account, contact)).ShouldHaveSingleItem().Text.ShouldBe(Samples.NurseResume);
        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBe([Verdicts.NoMatch]);
    }

    [Fact]
    public async Task Who_sent_no_resume_with_a_newer_application_is_looked_through_once()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("alan", "old", Samples.AccountantResume, "alan@example.com");
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.Lever.ApplyAsync("nurse", "Alan Example", resume: null, "alan@example.com");
        await account.ScanAsync();
        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBe([Verdicts.NoMatch]);
        var looks = await account.Lever.CountRequestsAsync(ListResumes);

        await account.Lever.ActOnPostingAsync("closePosting", "nurse");
        await account.ScanAsync();
        await account.Lever.ActOnPostingAsync("reopenPosting", "nurse");
        await account.ScanAsync();

        (await account.Lever.CountRequestsAsync(ListResumes)).ShouldBe(looks);
    }

    [Fact]
    public async Task Consent_that_ends_by_time_is_swept_although_Lever_lists_no_change()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        var old = await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync();
        await account.Lever.ActAsync("contact", old, Consent(until: silo.Clock.GetUtcNow().AddHours(1)));
        await account.ScanAsync();
        (await ResumesAsync(account, "nina")).Count.ShouldBe(1);

        silo.Clock.Advance(TimeSpan.FromHours(2));
        await account.ScanAsync();

        (await ResumesAsync(account, "nina")).ShouldBeEmpty();
        (await ContactAsync(account, "nina")).PersonJson.ShouldBeNull();
    }

    [Fact]
    public async Task Consent_that_ended_between_decision_and_write_is_honoured()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.Grain.PauseAsync(new PauseScope(Solution.Fiilter, null), CancellationToken.None);
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.Lever.ActAsync("contact", application, Consent(until: silo.Clock.GetUtcNow().AddMinutes(5)));
        await account.ScanAsync();

        silo.Clock.Advance(TimeSpan.FromMinutes(6));
        await account.Grain.ResumeAsync(new PauseScope(Solution.Fiilter, null), CancellationToken.None);
        await account.SettleAsync();

        (await account.Lever.CountWritesAsync()).ShouldBe(0);
        (await account.EffectsAsync())
            .Single(e => e.Kind == EffectKind.Move)
            .State.ShouldBeOneOf(EffectState.Overtaken, EffectState.Cancelled);
    }

    [Fact]
    public async Task A_person_who_moves_is_known_to_live_elsewhere()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        var old = await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync();
        (await ContactAsync(account, "nina")).Country.ShouldBe("GB");

        await account.Lever.ActAsync("contact", old, new { location = "Paris, France" });
        await account.ScanAsync();

        (await ContactAsync(account, "nina")).Country.ShouldBe("FR");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_got_no_lead_because_the_posting_closed_gets_it_when_it_opens_again(bool isSeenClosed)
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync();
        await account.Grain.PauseAsync(new PauseScope(Solution.Arkiive, null), CancellationToken.None);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ScanAsync();
        await account.Lever.ActOnPostingAsync("closePosting", "nurse");
        await account.Grain.ResumeAsync(new PauseScope(Solution.Arkiive, null), CancellationToken.None);
        await account.SettleAsync();
        (await account.Lever.LeadsAsync("nurse")).ShouldBeEmpty();

        if (isSeenClosed)
        {
            await account.ScanAsync();
        }

        await account.Lever.ActOnPostingAsync("reopenPosting", "nurse");
        silo.Clock.Advance(TimeSpan.FromSeconds(10)); // What was read of the posting a moment ago says closed.
        await account.ScanAsync();

        var effects = await account.EffectsAsync();
        effects.ShouldAllBe(e => e.State == EffectState.Done, string.Join('\n', effects));
        (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem().Notes.Count.ShouldBe(1);
    }

    private static object Consent(DateTimeOffset until) =>
        new { dataProtection = new { store = new { allowed = true, expiresAt = until.ToUnixTimeMilliseconds() } } };

    private Task<IReadOnlyList<ResumeRecord>> ResumesAsync(TestAccount account, string contact) =>
        silo.Store<IResumeStore>().LoadAsync(account.Key, [contact], CancellationToken.None);

    private async Task<ContactRow> ContactAsync(TestAccount account, string contact) =>
        (await silo.Store<IMirrorStore>().FindContactsAsync(account.Key, [contact], CancellationToken.None))[contact];
}
