using CiivSoft.Grains.Accounts;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Grains.Effects;

/// <summary>Applications as Lever shows them now, for the moves that are about to be made.</summary>
internal sealed class FreshApplications(AccountContext account)
{
    private readonly Dictionary<string, Reading> _readings = new(StringComparer.Ordinal);

    /// <summary>The application and when its reading began; null for one that is gone or hidden.</summary>
    public async Task<(LeverOpportunity? Seen, DateTimeOffset ReadAt)> ReadAsync(
        string opportunityId,
        string contactId,
        CancellationToken cancellationToken
    )
    {
        foreach (
            var old in _readings.Where(r => account.Now - r.Value.At > Freshness.Limit).Select(r => r.Key).ToList()
        )
        {
            _readings.Remove(old);
        }

        if (!_readings.TryGetValue(opportunityId, out var reading) || reading.Row.IsFaulted)
        {
            var lever = account.Connection!.Lever;
            reading = new Reading(
                account.Now,
                MoveEffects.ReadAsync(opportunityId, contactId, lever, cancellationToken)
            );
            _readings[opportunityId] = reading;
        }

#pragma warning disable VSTHRD003 // The task was begun by this very object on the activation's scheduler.
        return (await reading.Row, reading.At);
#pragma warning restore VSTHRD003
    }

    /// <summary>It was written to: what was read of it before is old.</summary>
    public void Forget(string opportunityId) => _readings.Remove(opportunityId);

    private sealed record Reading(DateTimeOffset At, Task<LeverOpportunity?> Row);
}
