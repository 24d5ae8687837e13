using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Scans;

namespace CiivSoft.Grains.Accounts;

/// <summary>Switches of solutions and postings, and what waited while something was off.</summary>
internal sealed partial class AccountGrain
{
    public async Task<bool> SetPostingModeAsync(string postingId, RunMode? mode, CancellationToken cancellationToken)
    {
        RequireConnected();
        if (await _services.Mirror.FindPostingAsync(_account.Key, postingId, cancellationToken) is not { } posting)
        {
            return false;
        }

        var wasOff = _account.State.ModeOf(postingId) == RunMode.Off;
        await _account.UpdateAsync(s => s.WithPostingMode(postingId, mode));
        if (wasOff && posting.IsOpen && _account.State.ModeOf(postingId) != RunMode.Off)
        {
            var run = ScanPlanner.RunFor(postingId, _account.Now, ArkiiveCauses.SwitchedOn);
            await _services.Work.AddAsync(_account.Key, [run], cancellationToken);
            _nextScanAt = _account.Now;
            _workDueAt = _account.Now;
        }

        await PlanBlockedAsync(cancellationToken);
        return true;
    }

    public async Task PostingEditedAsync(CancellationToken cancellationToken)
    {
        RequireConnected();
        await _account.UpdateAsync(s => s.PostingsChanged(_account.Now));
    }

    // Applications that wait for FiiLTER are found by a scan of the open postings; remembered with the settings.
    private async Task ConfigureSwitchedAsync(AccountSettings settings, CancellationToken cancellationToken)
    {
        var before = _account.State.Settings.Solutions;
        var isConfidentialSwitched = settings.IncludeConfidential != _account.State.Settings.IncludeConfidential;
        var isFiilterOn = before.Fiilter == RunMode.Off && settings.Solutions.Fiilter != RunMode.Off;
        var postings = isFiilterOn ? await _services.Mirror.ListPostingsAsync(_account.Key, cancellationToken) : [];
        await _account.UpdateAsync(s =>
            s.WithSettings(settings).Opens(postings.Where(p => p.IsOpen).Select(p => p.PostingId))
        );
        if (isFiilterOn || isConfidentialSwitched)
        {
            _nextScanAt = _account.Now;
            _syncDueAt = _account.Now;
        }

        if (before.Arkiive == RunMode.Off && settings.Solutions.Arkiive != RunMode.Off)
        {
            await _services.Work.HurryAsync(_account.Key, cancellationToken);
            _workDueAt = _account.Now;
        }

        if (before != settings.Solutions || isConfidentialSwitched)
        {
            await PlanBlockedAsync(cancellationToken);
        }
    }
}
