namespace CiivSoft.Grains.Accounts;

/// <summary>What the account does about marks in Lever that its database does not know.</summary>
internal sealed partial class AccountGrain
{
    private bool MayWrite => MayWork && !_health.IsPaused && !IsQuiet && !_account.State.RestsAt(_account.Now);

    // The first scan lists postings and what changes now; what is there already is known with the first window.
    private async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        if (_account.State.Sync.ReachedBack is null)
        {
            return;
        }

        var wasUnknown = _account.State.Foreign is null;
        if (await _marks.LookAsync(cancellationToken))
        {
            LogForeignMarks();
        }

        if (wasUnknown)
        {
            _effectsDueAt = _account.Now;
        }
    }
}
