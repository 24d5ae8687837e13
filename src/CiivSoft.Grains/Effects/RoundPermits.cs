using CiivSoft.Grains.Accounts;
using CiivSoft.Lever;

namespace CiivSoft.Grains.Effects;

/// <summary>The permits for the writes of a round: those that were taken before its effects were claimed, then others.</summary>
internal sealed class RoundPermits(AccountPermits permits, int taken)
{
    private int _taken = taken;

    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (_taken > 0)
        {
            _taken--;
            return;
        }

        await permits.WaitAsync(LeverPriority.Effect, cancellationToken);
    }

    /// <summary>What was taken and not used goes back.</summary>
    public void End()
    {
        permits.Return(_taken);
        _taken = 0;
    }
}
