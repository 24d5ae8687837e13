using CiivSoft.Abstractions.Keys;
using CiivSoft.Simulation.Storage;
using CiivSoft.Simulation.Worlds;
using CiivSoft.Storage.Accounts;

namespace CiivSoft.Simulation.Judging;

/// <summary>Once an activation took an account's next epoch, nothing of the one before it is stored any more.</summary>
internal sealed class FenceWatch(SimulatedWorld world)
{
    private readonly Dictionary<AccountKey, long> _newest = [];

    /// <summary>A call of a store went well.</summary>
    public void Done(InterceptedCall call, object? result)
    {
        if (call.Count < 2 || call[0] is not AccountKey account)
        {
            return;
        }

        if (result is long taken && call.Name == nameof(IAccountStore.TakeEpochAsync))
        {
            _newest[account] = taken;
        }
        else if (call[1] is long epoch && epoch < _newest.GetValueOrDefault(account))
        {
            world.Violate("fence", $"{call.Name} was done for epoch {epoch}, after {_newest[account]} had begun");
        }
    }
}
