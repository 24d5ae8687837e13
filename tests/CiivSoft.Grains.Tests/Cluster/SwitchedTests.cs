using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Off, shadow and live for solutions and postings; quiet hours, quotas and pauses.</summary>
public sealed class SwitchedTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task What_waits_for_a_posting_that_is_off_is_decided_when_it_is_on_again()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        (await account.Grain.SetPostingModeAsync("nurse", RunMode.Off, CancellationToken.None)).ShouldBeTrue();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();
        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBeEmpty();

        await account.Grain.SetPostingModeAsync("nurse", null, CancellationToken.None);
        await account.ScanAsync();

        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBe([Verdicts.Match]);
        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        (await account.Grain.SetPostingModeAsync("none", RunMode.Off, CancellationToken.None)).ShouldBeFalse();
        silo.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recruiter_switches_a_posting_by_a_tag_in_Lever()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.Lever.TagPostingAsync("nurse", "Ward", "CiiVSOFT off");
        var writes = await account.Lever.CountWritesAsync();
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();
        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBeEmpty();
        (await account.Grain.GetStatusAsync()).PostingSwitches.ShouldBe([new("nurse", null, RunMode.Off)]);

        await account.Lever.TagPostingAsync("nurse", "CiiVSOFT shadow");
        await account.ScanAsync();
        (await account.VerdictsAsync(Solution.Fiilter)).ShouldBe([Verdicts.Match]);
        (await account.EffectsAsync()).ShouldAllBe(e => e.State == EffectState.Shadow);
        (await account.Lever.CountWritesAsync()).ShouldBe(writes + 1); // the recruiter's own

        await account.Lever.TagPostingAsync("nurse");
        var next = await account.Lever.ApplyAsync("nurse", "Nora Example", Samples.NurseResume);
        await account.ScanAsync();
        (await account.Lever.OpportunityAsync(next)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe("applicant-new");
    }

    [Fact]
    public async Task ARKiiVE_makes_up_for_a_posting_that_opened_while_it_was_off()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync(settings: s => s with { Solutions = new SolutionModes { Arkiive = RunMode.Off } });
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ScanAsync();
        (await account.Lever.LeadsAsync("nurse")).ShouldBeEmpty();
        var settings = (await account.Grain.GetStatusAsync()).Settings;

        await account.Grain.ConfigureAsync(settings with { Solutions = new SolutionModes() }, CancellationToken.None);
        await account.UntilAsync("the lead is made", s => s.Effects.GetValueOrDefault("done") == 2);

        (await account.Lever.LeadsAsync("nurse")).ShouldHaveSingleItem().ContactId.ShouldBe("nina");
    }

    [Fact]
    public async Task What_exceeds_a_daily_quota_waits_for_the_next_day()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync(settings: s => s with { Quotas = new DailyQuotas { Fiilter = 2 } });
        var applications = new List<string>();
        foreach (var name in new[] { "Nina", "Nora", "Nell", "Nils", "Noel" })
        {
            applications.Add(await account.Lever.ApplyAsync("nurse", $"{name} Example", Samples.NurseResume));
        }

        await account.ScanAsync();
        (await MovedAsync(account, applications)).ShouldBe(2);
        var status = await account.Grain.GetStatusAsync();
        status.Findings.Select(f => f.Code).ShouldContain("quota-reached");
        status.Today.ShouldNotBeNull().Waiting.ShouldBe(3);
        status.Today.Quotas.ShouldBe([new QuotaUse(Solution.Fiilter, null, 2, 2)]);

        await silo.DeactivateAsync(account.Grain); // counted from the rows, not from memory
        silo.Clock.Advance(status.Today.EndsAt - silo.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await account.UntilAsync("two more are moved", s => s.Today?.Waiting == 1 && s.IsIdle);
        (await MovedAsync(account, applications)).ShouldBe(4);

        await account.Grain.ConfigureAsync(
            status.Settings with
            {
                Quotas = new DailyQuotas { Fiilter = 3 },
            },
            CancellationToken.None
        );
        await account.UntilAsync("the last is moved", s => s.Today?.Waiting == 0 && s.IsIdle);
        (await MovedAsync(account, applications)).ShouldBe(5);
    }

    [Fact]
    public async Task What_a_used_up_quota_holds_is_not_read_in_Lever()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        // At such a rate one round runs at a time, and what it rests on is read before it is claimed.
        await account.ConnectAsync(settings: s =>
            s with
            {
                CallsPerSecond = 20,
                Quotas = new DailyQuotas { Fiilter = 1 },
            }
        );
        await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();
        var read = await account.Lever.TimesOfAsync("GET /opportunities/:opportunity");

        await account.Lever.ApplyAsync("nurse", "Nora Example", Samples.NurseResume);
        await account.Lever.ApplyAsync("nurse", "Nell Example", Samples.NurseResume);
        await account.ScanAsync();

        (await account.Grain.GetStatusAsync()).Today.ShouldNotBeNull().Waiting.ShouldBe(2);
        read.ShouldHaveSingleItem();
        (await account.Lever.TimesOfAsync("GET /opportunities/:opportunity")).ShouldBe(read);
    }

    [Fact]
    public async Task In_quiet_hours_nothing_is_scanned_or_written_and_the_status_says_until_when()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        var settings = (await account.Grain.GetStatusAsync()).Settings;
        var (from, to) = (MinuteIn(TimeSpan.FromHours(-1)), MinuteIn(TimeSpan.FromHours(2)));
        await account.Grain.ConfigureAsync(
            settings with
            {
                Schedule = new WorkSchedule { Quiet = [new QuietHours(Time(from), Time(to))] },
            },
            CancellationToken.None
        );
        var status = await account.UntilAsync("it is quiet", s => s.QuietUntil is not null && s.IsIdle);
        status.QuietUntil.ShouldBe(to);
        status.NextScanAt.ShouldBe(to);
        var requests = await account.Lever.CountRequestsAsync("GET /postings");
        var application = await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.Grain.ScanAsync(CancellationToken.None);
        for (var beat = 0; beat < 3; beat++)
        {
            await BeatAsync(account, TimeSpan.FromMinutes(30)); // a scan would be due in each
        }

        (await account.Lever.CountRequestsAsync("GET /postings")).ShouldBe(requests);
        (await account.Lever.CountWritesAsync()).ShouldBe(0);

        silo.Clock.Advance(TimeSpan.FromMinutes(31));
        await account.UntilAsync("the application is moved", s => s.Effects.GetValueOrDefault("done") == 2);

        (await account.Lever.OpportunityAsync(application)).StageId.ShouldBe(LeverProcess.ScreenedStageId);
    }

    // A beat that is seconds after the last one begins by asking who holds the account.
    private async Task BeatAsync(TestAccount account, TimeSpan later)
    {
        var before = Asked();
        silo.Clock.Advance(later);
        await account.UntilAsync("the account's beat runs", _ => Asked() > before);

        int Asked() => silo.Accounts.CountOf(nameof(IAccountStore.FindAsync), account.Key);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Solution.Fiilter, null)]
    [InlineData(null, "nurse")]
    public async Task A_pause_stops_new_writes_within_five_seconds(Solution? solution, string? posting)
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        // At ten calls a second the writes of so many applications take longer than the pause needs.
        await account.ConnectAsync(settings: s => s with { CallsPerSecond = 20 });
        for (var i = 0; i < 40; i++)
        {
            await account.Lever.ApplyAsync("nurse", $"Nina Example {i}", Samples.NurseResume);
        }

        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("writing has begun", s => s.Effects.GetValueOrDefault("done") > 2);
        var scope = new PauseScope(solution, posting);

        await account.Grain.PauseAsync(scope, CancellationToken.None);
        var paused = TimeProvider.System.GetUtcNow();
        await Task.Delay(TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken);

        var late = (await account.Lever.WritesAsync()).Where(at => at > paused).Select(at => at - paused).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{late.Count} writes after the pause, the last after {late.LastOrDefault().TotalSeconds:F2} s."
        );
        late.ShouldAllBe(after => after < TimeSpan.FromSeconds(5));
        (await account.EffectsAsync()).Count(e => e.State is not EffectState.Done).ShouldBeGreaterThan(0);
        await account.UntilAsync("whoever waits for it need not wait for the end of the pause", s => s.IsIdle);

        await account.Grain.ResumeAsync(scope, CancellationToken.None);
        await account.UntilAsync("all is written", s => s.Effects.GetValueOrDefault("done") == 80);
    }

    private static async Task<int> MovedAsync(TestAccount account, IEnumerable<string> applications)
    {
        var moved = 0;
        foreach (var application in applications)
        {
            moved +=
                (await account.Lever.OpportunityAsync(application)).StageId == LeverProcess.ScreenedStageId ? 1 : 0;
        }

        return moved;
    }

    private DateTimeOffset MinuteIn(TimeSpan ahead)
    {
        var at = silo.Clock.GetUtcNow() + ahead;
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
    }

    private static TimeOnly Time(DateTimeOffset at) => TimeOnly.FromTimeSpan(at.TimeOfDay);
}
