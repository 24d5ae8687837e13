using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Lever;
using CiivSoft.Storage;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Work;
using Orleans.Storage;

namespace CiivSoft.Grains.Accounts;

/// <summary>What the account learns from what goes wrong.</summary>
internal sealed partial class AccountGrain
{
    private async Task TakeOutcomeAsync(WorkOutcome outcome)
    {
        switch (outcome.Trouble)
        {
            case WorkTrouble.None:
                _health.Worked();
                // The grain told it too, to whoever has the account by now; that message may be lost.
                _effectsDueAt = outcome.PlannedEffects > 0 ? _account.Now : _effectsDueAt;
                break;
            case WorkTrouble.KeyRefused:
                await KeyRefusedAsync();
                break;
            case WorkTrouble.MissingRight when outcome.MissingRight is { } right:
                await _account.UpdateAsync(s => s.Report(AccountFindings.MissingRight(right, _account.Now)));
                break;
            default:
                _health.Failed();
                break;
        }
    }

    private void TakeFailure(WorkItem item, Exception failure)
    {
        // It may have been committed all the same, and its effects with it.
        _effectsDueAt = _account.Now;
        _failures++;
        _services.Metrics.Failed("work");
        LogWorkFailed(failure, item.Kind, item.Id);
    }

    private async Task FailedAsync(Exception failure)
    {
        switch (failure)
        {
            case LeverException { IsUnauthorized: true }:
                await KeyRefusedAsync();
                break;
            case LeverException { IsMissingRight: true } refused:
                await _account.UpdateAsync(s => s.Report(AccountFindings.MissingRight(refused.Right, _account.Now)));
                break;
            case LeverException down:
                _health.Failed();
                _nextScanAt = _account.Now;
                LogLeverFailed(down.Route.ToString(), down.Status);
                await _account.UpdateAsync(s => s.Report(AccountFindings.Unavailable(down, _account.Now)));
                break;
            case FencedException or InconsistentStateException:
                // Another activation holds the account now; this one must not write again.
                _services.Metrics.Fenced();
                LogTakenOver(failure);
                End();
                DeactivateOnIdle();
                break;
            default:
                // As after Lever's: what a scan left undone must not wait for the next one's time.
                _failures++;
                _services.Metrics.Failed("account");
                _health.Failed();
                _nextScanAt = _account.Now;
                LogLoopFailed(failure);
                break;
        }
    }

    private async Task KeyRefusedAsync()
    {
        if (_account.State.Connection != ConnectionStatus.Connected)
        {
            return;
        }

        LogKeyRefused();
        _lastProbe = _account.Now;
        await _account.UpdateAsync(s => s.Refused(_account.Now));
    }

    private async Task ProbeAsync()
    {
        if (_account.Now - _lastProbe < _services.Timing.ProbeEvery || _account.Connection is not { } connection)
        {
            return;
        }

        _lastProbe = _account.Now;
        try
        {
            await connection.Lever.ListStagesAsync(LeverPriority.Effect, _untilEnd);
            await AcceptedAsync();
        }
        catch (LeverException refused) when (refused.IsUnauthorized)
        {
            await _account.UpdateAsync(s => s.Refused(_account.Now));
        }
        catch (LeverException refused) when (refused.IsMissingRight)
        {
            await AcceptedAsync(); // 403: the key works, and lacks a right.
        }
        catch (LeverException failed)
        {
            LogLeverFailed(failed.Route.ToString(), failed.Status);
        }
    }

    private async Task AcceptedAsync()
    {
        await _account.UpdateAsync(s => s.Accepted());
        await RetryBlockedAsync(_untilEnd);
        WantEverything();
    }

    // What blocks may be over: of what waits for a right one tries, the rest follows at once otherwise. What was lifted by a
    // call is here as well, since a crash may have come between the call and what it lifts.
    private async Task RetryBlockedAsync(CancellationToken cancellationToken)
    {
        var unblocked = await _services.Effects.UnblockAsync(
            _account.Key,
            Epoch,
            Lifted(),
            int.MaxValue,
            cancellationToken
        );
        if (await _performer.TryMissingRightsAsync(cancellationToken) || unblocked.Count > 0)
        {
            _effectsDueAt = _account.Now;
        }
    }

    private List<string> Lifted()
    {
        var state = _account.State;
        List<string> reasons =
        [
            EffectReasons.KeyRefused,
            .. LeverRoute
                .All.Select(r => r.Right)
                .Append(LeverRoute.ConfidentialAccess)
                .Except(state.MissingRights)
                .Select(EffectReasons.RightMissing),
        ];
        if (LeverStages.FindScreened(state.Stages, state.Settings.ScreenedStage) is not null)
        {
            reasons.Add(EffectReasons.StageMissing);
        }

        if (state.Settings.WithdrawReason is not null)
        {
            reasons.Add(EffectReasons.WithdrawReasonMissing);
        }

        if (state.Pauses.IsEmpty)
        {
            reasons.Add(EffectReasons.Paused);
        }

        if (state.Mode == AccountMode.Live)
        {
            reasons.Add(EffectReasons.InShadow);
        }

        // A tag of a posting may have gone with the scan; what is still held is held again.
        reasons.AddRange([EffectReasons.SwitchedOff, EffectReasons.PartlyInShadow]);
        return reasons;
    }

    private async Task PlanBlockedAsync(CancellationToken cancellationToken)
    {
        await _services.Effects.UnblockAsync(_account.Key, Epoch, cancellationToken);
        _effectsDueAt = _account.Now;
    }
}
