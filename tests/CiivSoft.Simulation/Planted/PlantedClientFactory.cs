using CiivSoft.Lever;
using CiivSoft.Simulation.Silos;
using CiivSoft.Simulation.Storage;

namespace CiivSoft.Simulation.Planted;

/// <summary>The real factory, with a planted bug around its clients or the permits that they ask for.</summary>
internal sealed class PlantedClientFactory(ILeverClientFactory inner, SimulatedSilo silo, Bug? bug)
    : ILeverClientFactory
{
    public ILeverClient Create(LeverConnection connection, ILeverPermits permits)
    {
        var client = inner.Create(connection, bug?.Permits?.Invoke(permits) ?? permits);
        return bug?.InClient is { } planting ? Interceptor.Around(client, silo, planting) : client;
    }
}
