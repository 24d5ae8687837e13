using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace CiivSoft.Silo.Tests.Membership;

/// <summary>What docs/decisions/grain-directory.md rests on.</summary>
public sealed class GrainDirectoryTests
{
    private const int Grains = 400;
    private const int Callers = 8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_grain_is_found_again_after_a_silo_came_and_another_one_died(bool isConsistent)
    {
        var witness = new Witness();

        var answered = await ChurnAsync(witness, isConsistent);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{(isConsistent ? "Consistent" : "Default")} directory: {witness.Activations} activations, "
                + $"{witness.Doubles} while another was active"
        );
        answered.ShouldBe(Grains);
        witness.Activations.ShouldBeGreaterThan(Grains);
        if (isConsistent)
        {
            witness.Doubles.ShouldBe(0);
        }
    }

    private static async Task<int> ChurnAsync(Witness witness, bool isConsistent)
    {
        var builder = new InProcessTestClusterBuilder(3);
        builder.ConfigureSilo(
            (_, silo) =>
            {
                silo.Services.AddSingleton(witness);
                if (isConsistent)
                {
#pragma warning disable ORLEANSEXP003 // Experimental, and only measured here.
                    silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
                }
            }
        );
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var callers = Enumerable.Range(0, Callers).Select(n => CallAsync(cluster.Client, n, ends.Token)).ToList();
        await cluster.StartAdditionalSiloAsync();
        var victim = cluster.Silos[0];
        witness.Died(victim.SiloAddress);
        await cluster.KillSiloAsync(victim);
        var answered = await TouchAllAsync(cluster.Client);
        await ends.CancelAsync();
        await Task.WhenAll(callers);
        return answered;
    }

    private static async Task CallAsync(IClusterClient client, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        while (!cancellationToken.IsCancellationRequested)
        {
            await TouchAsync(client, random.Next(Grains));
        }
    }

    private static async Task<int> TouchAllAsync(IClusterClient client)
    {
        var answered = 0;
        foreach (var grain in Enumerable.Range(0, Grains))
        {
            // A call under way to the silo that died fails once.
            answered += await TouchAsync(client, grain) || await TouchAsync(client, grain) ? 1 : 0;
        }

        return answered;
    }

    private static async Task<bool> TouchAsync(IClusterClient client, int grain)
    {
        try
        {
            await client.GetGrain<IWitnessGrain>($"witness:{grain}").TouchAsync();
            return true;
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException)
        {
            return false;
        }
    }
}
