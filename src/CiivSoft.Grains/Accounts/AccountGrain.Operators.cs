using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Grains.Accounts;

/// <summary>What operators ask of the account about its key, going live, and what is stuck.</summary>
internal sealed partial class AccountGrain
{
    public async Task<Preflight> CheckRightsAsync(CancellationToken cancellationToken)
    {
        RequireConnected();
        var connection = _account.Connection ?? throw new InvalidOperationException("The account is not connected.");
        var asked = await new Preflighter(
            connection.Lever,
            _account.State.Settings,
            connection.Record.ServiceUser,
            _services.Clock
        ).RunAsync(cancellationToken);
        var rights = asked.Rights.Select(r => r with { State = Learnt(r) });
        return PreflightAdvice.AddTo(asked with { Rights = [.. rights] }, _account.Now);
    }

    public async Task<ImmutableArray<Finding>> GoLiveAsync(bool applyShadow, CancellationToken cancellationToken)
    {
        var epoch = Epoch;
        if (_account.State.Mode != AccountMode.Live)
        {
            var rights = await CheckRightsAsync(cancellationToken);
            if (!rights.Obstacles.IsEmpty)
            {
                return rights.Obstacles;
            }
        }

        // Said of an account that is live already, it says that no other installation is at work.
        await _account.UpdateAsync(s =>
            s.Mode != AccountMode.Live ? s with { Mode = AccountMode.Live }
            : s.Foreign is { IsSecond: true } second
                ? (s with { Foreign = second.Alone() }).Clear(AccountFindings.ForeignSecond)
            : s
        );
        _effectsDueAt = _account.Now;
        if (applyShadow)
        {
            await _services.Effects.ReleaseShadowAsync(_account.Key, epoch, decisionIds: null, cancellationToken);
        }

        await PlanBlockedAsync(cancellationToken);
        return [];
    }

    // Writes cannot be asked about: they are known by what they came to.
    private RightState Learnt(RightCheck right) =>
        right.State != RightState.NotYetKnown ? right.State
        : _account.State.Findings.ContainsKey(AccountFindings.RightMissing + right.Name) ? RightState.Missing
        : _account.State.ProvenRights.Contains(right.Name) ? RightState.Present
        : RightState.NotYetKnown;

    public async Task<int> RetryAsync(ImmutableArray<string> effectIds, CancellationToken cancellationToken)
    {
        RequireConnected();
        if (effectIds.IsDefaultOrEmpty)
        {
            var hurried = await _services.Work.HurryAsync(_account.Key, cancellationToken);
            _workDueAt = _account.Now;
            return hurried;
        }

        var retried = await _services.Effects.RetryAsync(_account.Key, Epoch, effectIds, cancellationToken);
        _effectsDueAt = _account.Now;
        return retried;
    }

    public Task<int> GiveUpAsync(ImmutableArray<string> effectIds, CancellationToken cancellationToken) =>
        effectIds.IsDefaultOrEmpty
            ? Task.FromResult(0)
            : _services.Effects.GiveUpAsync(_account.Key, Epoch, _account.Now, effectIds, cancellationToken);
}
