namespace CiivSoft.Silo.Tests.Membership;

/// <summary>A grain that reports to <see cref="Witness"/> how many of it are active at once.</summary>
[GrainInterfaceType("witness")]
[Alias("ciivsoft.tests.IWitnessGrain")]
public interface IWitnessGrain : IGrainWithStringKey
{
    /// <summary>Activates it.</summary>
    [Alias("TouchAsync")]
    Task TouchAsync();
}
