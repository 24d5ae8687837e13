using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Tests.Support;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>What an account knows and could not store is stored as soon as that works again.</summary>
public sealed class UnsavedStateTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
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
}
