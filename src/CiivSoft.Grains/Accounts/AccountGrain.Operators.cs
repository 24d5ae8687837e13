using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Grains.Accounts;

/// <summary>What operators ask of the account about what is stuck.</summary>
internal sealed partial class AccountGrain
{
    public async Task<Preflight> CheckRightsAsync(CancellationToken cancellationToken)
    {
        RequireConnected();
        var lever = _account.Connection?.Lever ?? throw new InvalidOperationException("The account is not connected.");
        var asked = await new Preflighter(lever, _account.State.Settings, _services.Clock).RunAsync(cancellationToken);
        var refused = _account
            .State.Findings.Keys.Where(code => code.StartsWith(AccountFindings.RightMissing, StringComparison.Ordinal))
            .Select(code => code[AccountFindings.RightMissing.Length..])
            .ToHashSet(StringComparer.Ordinal);
        return asked with
        {
            Rights =
            [
                .. asked.Rights.Select(r =>
                    r.State == RightState.NotYetKnown && refused.Contains(r.Name)
                        ? r with
                        {
                            State = RightState.Missing,
                        }
                        : r
                ),
            ],
        };
    }

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
