using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>What the next activation of an account knows of the one before it.</summary>
public sealed class TakeOverTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private static readonly string[] Stages = ["GET /stages"];

    [Fact]
    public async Task What_a_move_rests_on_is_read_before_it_is_claimed()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync(settings: s => s with { CallsPerSecond = 20 });
        await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);

        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("it is moved", s => s.Effects.GetValueOrDefault("done") == 2);

        var move = (await account.EffectsAsync()).Single(e => e.Kind == EffectKind.Move);
        var read = (await account.Lever.TimesOfAsync("GET /opportunities/:opportunity")).ShouldHaveSingleItem();
        var posting = (await account.Lever.TimesOfAsync("GET /postings/:posting"))[^1];
        var sent = (await account.Lever.TimesOfAsync("PUT /opportunities/:opportunity/stage")).ShouldHaveSingleItem();
        var claimed = move.SentAt.ShouldNotBeNull();
        (read < claimed && posting < claimed && claimed < sent).ShouldBeTrue(
            $"{read:O} {posting:O} {claimed:O} {sent:O}"
        );
    }

    [Fact]
    public async Task A_change_whose_write_failed_is_still_there_after_the_next_crash()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.SettleAsync();
        var everything = new PauseScope(null, null);
        var grain = account.Grain.GetGrainId();
        var writes = silo.States.WritesOf(grain);

        silo.States.FailNextWriteOf(grain);
        await Should.ThrowAsync<OrleansException>(() => account.Grain.PauseAsync(everything, CancellationToken.None));
        await account.UntilAsync("the state is stored", _ => silo.States.WritesOf(grain) > writes);
        await silo.KillAsync();

        var status = await account.UntilAsync("the account is there again", _ => true);
        status.Pauses.ShouldBe([everything]);
    }

    [Fact]
    public async Task A_short_scan_costs_no_write_of_the_state()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.SettleAsync();
        await account.ScanAsync();
        await account.ScanAsync(); // What belongs to connecting is stored by now.
        var writes = silo.States.WritesOf(account.Grain.GetGrainId());

        await account.ScanAsync();
        await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume);
        await account.ScanAsync();

        silo.States.WritesOf(account.Grain.GetGrainId()).ShouldBe(writes);
    }

    [Fact]
    public async Task A_long_scan_is_not_made_again_unless_somebody_asked_for_it()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        for (var i = 0; i < 1000; i++)
        {
            await account.Lever.PostAsync($"old-{i}", "Old posting", Samples.ChefPosting, "closed");
        }

        await account.ScanAsync();
        var last = (await account.Grain.GetStatusAsync()).LastScan;
        var scans = await account.Lever.CountRequestsAsync("GET /postings");
        var grain = account.Grain.GetGrainId();
        var asked = Asked();

        await silo.KillAsync();
        await account.UntilAsync("it looked what is due", _ => Asked() > asked + 2);

        var status = await account.Grain.GetStatusAsync();
        (status.LastScan, status.IsIdle).ShouldBe((last, true));
        (await account.Lever.CountRequestsAsync("GET /postings")).ShouldBe(scans);

        var writes = silo.States.WritesOf(grain);
        await account.Lever.FaultsAsync(new { status5xx = 1, routes = Stages });
        await account.Grain.ScanAsync(CancellationToken.None);
        silo.States.WritesOf(grain).ShouldBeGreaterThan(writes, "the wish is stored");
        await silo.KillAsync();
        await account.Lever.FaultsAsync(new { });
        await account.UntilAsync("it is scanned", s => s.LastScan?.StartedAt > last!.StartedAt);

        int Asked() => silo.Accounts.CountOf(nameof(IAccountStore.FindAsync), account.Key);
    }
}
