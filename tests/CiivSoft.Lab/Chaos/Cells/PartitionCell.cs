using CiivSoft.Lab.Programs;
using CiivSoft.Testing;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class PartitionCell : ChaosCell
{
    public override string Name => "partition";

    public override string Does =>
        "a silo is cut from the others, then from everything, then all from the database, then all from Lever";

    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(72);

    public override string? Missing => base.Missing ?? NetworkLab.Missing;

    public override async Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken)
    {
        var plan = setup.Plan;
        var longer = setup with { Plan = plan with { Lasts = plan.Lasts > AtLeast ? plan.Lasts : AtLeast } };
        var network = await NetworkLab.CreateAsync(hosts: 3);
        var cluster = ChaosStage.ClusterOf(longer, silos: 3) with
        {
            PlaceOf = number =>
                number == 0 ? new LabPlace { Address = network.DatabaseAddress } : network.Place(number),
            Postgres = new LocalPostgresSetup { Address = network.DatabaseAddress },
            LeverAddress = network.LeverAddress,
        };
        try
        {
            var stage = await ChaosStage.OfClusterAsync(longer, cluster, cancellationToken);
            stage.Props.Push(network);
            return stage;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        var network = stage.Props.OfType<NetworkLab>().Single();
        var holder = await HolderAsync(stage, cancellationToken);
        await StepAsync("the account's silo is cut from the other silos", () => network.CutFromPeersAsync(holder));
        var next = await HolderAsync(stage, cancellationToken);
        await StepAsync("the account's silo is cut from everything", () => network.CutAsync(next));
        await StepAsync("all silos are cut from the database", () => DropAllAsync(network.DatabaseAddress));
        await StepAsync("all silos are cut from Lever", () => DropAllAsync(network.LeverAddress));

        async Task StepAsync(string what, Func<Task> cut)
        {
            await stage.SayAsync(what);
            await cut();
            await Task.Delay(stage.Plan.Lasts / 6, TimeProvider.System, cancellationToken);
            await network.HealAsync();
            await stage.SayAsync("the network is whole again");
            await Task.Delay(stage.Plan.Lasts / 12, TimeProvider.System, cancellationToken);
        }

        async Task DropAllAsync(string address)
        {
            for (var host = 1; host <= 3; host++)
            {
                await network.DropAsync(host, address);
            }
        }
    }

    // The host of the silo that works on the account; the first one while nobody says.
    private static async Task<int> HolderAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        try
        {
            var holder = await stage.Cluster.FindHolderAsync(cancellationToken);
            return stage.Silos.ToList().IndexOf(holder) + 1;
        }
        catch (Exception silent) when (LabSilo.IsSilence(silent, cancellationToken))
        {
            return 1;
        }
    }
}
