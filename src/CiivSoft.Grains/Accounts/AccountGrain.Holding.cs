using CiivSoft.Abstractions.Accounts;
using CiivSoft.Storage;

namespace CiivSoft.Grains.Accounts;

/// <summary>
/// Whether this activation still holds the account. The epoch in the database decides, never the belief to be the only one:
/// every write is refused to an older epoch, and asking now and then stops an activation that has nothing to write.
/// </summary>
internal sealed partial class AccountGrain
{
    private DateTimeOffset _askedWhoHolds;
    private string? _heldBy;
    private DateTimeOffset _heldSince;

    // False: nothing may be begun in this beat.
    private async Task<bool> HoldsAsync(CancellationToken cancellationToken)
    {
        if (_account.Now - _askedWhoHolds < _services.Timing.AskWhoHoldsEvery)
        {
            return _account.Connection is not null;
        }

        _askedWhoHolds = _account.Now;
        try
        {
            return _heldBy is null
                ? await StillHoldsAsync(cancellationToken)
                : await TakeWhenFreeAsync(cancellationToken);
        }
        catch (StorageException failure)
        {
            LogHoldUnknown(failure);
            return false;
        }
    }

    private async Task<bool> StillHoldsAsync(CancellationToken cancellationToken)
    {
        if (_account.Connection is not { } connection)
        {
            return false;
        }

        var record = await _services.Accounts.FindAsync(_account.Key, cancellationToken);
        if (record?.Epoch == connection.Epoch)
        {
            return true;
        }

        // The next activation says whose it is now.
        await FailedAsync(new FencedException(_account.Key, connection.Epoch));
        return false;
    }

    private async Task<bool> TakeWhenFreeAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(_account.State.Settings, cancellationToken);
        if (_account.Connection is null)
        {
            return false;
        }

        // The other cluster wrote the account's state while it held it.
        LogFree(_account.Key.Name);
        await _account.ReloadAsync();
        PermitsFor(_account.State.Settings);
        return true;
    }

    private void HeldElsewhere(HeldElsewhereException held)
    {
        if (_heldBy != held.Cluster)
        {
            _heldSince = _account.Now;
            LogHeldElsewhere(_account.Key.Name, held.Cluster);
        }

        _heldBy = held.Cluster;
    }

    private IEnumerable<Finding> HoldFindings() =>
        _heldBy is { } cluster ? [AccountFindings.HeldBy(cluster, _heldSince)] : [];
}
