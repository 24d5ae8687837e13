using System.Diagnostics;
using CiivSoft.Grains.Indexing;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Resumes;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Another release or another embedding: what is stored is made comparable again.</summary>
public sealed class VectorRebuildTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Vectors_of_another_model_are_made_anew_from_the_stored_text_when_the_account_opens()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync();
        var before = await VectorAsync(account);
        await silo.Store<IResumeStore>()
            .ReplaceOutdatedAsync(
                account.Key,
                [new VectorRecord("nina", "of-another-model", new float[before!.Length])],
                CancellationToken.None
            );
        (await VectorAsync(account)).ShouldBeNull();
        var reads = await account.Lever.CountRequestsAsync("GET /opportunities/:opportunity/resumes");

        for (var shard = 0; shard < IndexShards.Count; shard++)
        {
            await silo.DeactivateAsync(silo.Grains.Shard(account.Key, shard));
        }

        await silo.DeactivateAsync(account.Grain);
        await account.Grain.WakeAsync(CancellationToken.None);

        (await UntilThereAsync(account)).ShouldBe(before);
        (await account.Lever.CountRequestsAsync("GET /opportunities/:opportunity/resumes")).ShouldBe(reads);
    }

    private async Task<float[]> UntilThereAsync(TestAccount account)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (await VectorAsync(account) is { } vector)
            {
                return vector;
            }

            (watch.Elapsed < Patience).ShouldBeTrue("The vector of nina was not made anew.");
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }
    }

    private async Task<float[]?> VectorAsync(TestAccount account)
    {
        var version = TestEngine.Value.ModelVersion;
        var found = await silo.Store<IResumeStore>()
            .LoadVectorsAsync(account.Key, version, ["nina"], CancellationToken.None);
        return found is [var vector] ? vector.Values.ToArray() : null;
    }
}
