using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Telemetry;

namespace CiivSoft.Grains.Accounts;

/// <summary>What the account tells the metrics.</summary>
internal sealed partial class AccountGrain
{
    private DateTimeOffset _begun;

    private void TellGauges()
    {
        var state = _account.State;
        if (state.Connection == ConnectionStatus.None)
        {
            return;
        }

        var permits = _account.Connection?.Permits;
        var lastScan = _lastScan ?? state.LastScan;
        _services.Gauges.Report(
            _account.Key,
            new AccountReading(
                state.Connection,
                MayWork && !IsQuiet ? (lastScan?.FinishedAt + state.Settings.ScanEvery) ?? _begun : null,
                [
                    .. state
                        .Findings.Values.Concat(OwnFindings())
                        .Concat(HoldFindings())
                        .Concat(ScheduleFindings())
                        .Select(AccountFindings.KindOf),
                ],
                permits?.PermitsPerSecond ?? 0,
                permits?.Waiting ?? 0
            )
        );
    }
}
