using CiivSoft.Lever;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Scans;

/// <summary>A scan as a whole, and how what it found is saved.</summary>
internal sealed partial class AccountScanner
{
    // Of the scan that runs; null beside one.
    private ActivityRow? _scanLine;

    /// <summary>Scans. Returns how many records were news.</summary>
    /// <exception cref="LeverException">Lever could not be read; what was read before is saved.</exception>
    public async Task<int> ScanAsync(CancellationToken cancellationToken)
    {
        _scanLine = ScanPlanner.ScanLine(account.Now);
        try
        {
            return await ScanPartsAsync(cancellationToken);
        }
        finally
        {
            _scanLine = null;
        }
    }

    private async Task SaveAsync(ScanSave save, CancellationToken cancellationToken)
    {
        if (!save.IsEmpty)
        {
            // One line for a scan that found something, however many pages it saves: equal lines are kept once.
            var told = _scanLine is { } line ? save with { Activity = [line, .. save.Activity] } : save;
            await mirror.SaveAsync(account.Key, Connection.Epoch, told, cancellationToken);
        }
    }
}
