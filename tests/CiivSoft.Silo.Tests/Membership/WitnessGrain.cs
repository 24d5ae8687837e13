namespace CiivSoft.Silo.Tests.Membership;

#pragma warning disable CA1812 // Orleans makes it.
[GrainType("witness")]
internal sealed class WitnessGrain(Witness witness, ILocalSiloDetails silo) : Grain, IWitnessGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        witness.Began(this.GetPrimaryKeyString(), silo.SiloAddress);
        return base.OnActivateAsync(cancellationToken);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        witness.Ended(this.GetPrimaryKeyString(), silo.SiloAddress);
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public Task TouchAsync() => Task.CompletedTask;
}
