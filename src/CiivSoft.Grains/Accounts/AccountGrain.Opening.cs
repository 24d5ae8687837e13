using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Indexing;
using CiivSoft.Lever.Rates;
using CiivSoft.Storage;
using Orleans.Core.Internal;

namespace CiivSoft.Grains.Accounts;

/// <summary>Takes the account in hand, and lets go of it.</summary>
internal sealed partial class AccountGrain
{
    private (double Rate, AccountPermits Permits)? _permits;

    private long Epoch =>
        _account.Connection?.Epoch
        ?? throw new AccountUnavailableException(
            _heldBy is { } cluster
                ? $"Account '{_account.Key.Name}' is held by the cluster '{cluster}'."
                : $"Account '{_account.Key.Name}' is not connected."
        );

    private void RequireConnected() => _ = Epoch;

    // One budget a key for as long as the activation lives: a second one beside it would exceed what is permitted.
    private AccountPermits PermitsFor(AccountSettings settings)
    {
        if (_permits is { } known && known.Rate == settings.CallsPerSecond)
        {
            return known.Permits;
        }

        var budget = new RateBudget(RateBudgets.For(settings), _services.Clock);
        var permits = _permits?.Permits ?? new AccountPermits(budget, _services.Clock, _services.Metrics);
        permits.Use(budget);
        _permits = (settings.CallsPerSecond, permits);
        return permits;
    }

    // An activation takes one epoch and keeps it: taking another would fence off its own writes that are under way.
    private async Task<long> TakeEpochAsync(CancellationToken cancellationToken)
    {
        if (_account.Connection is { } connection)
        {
            return connection.Epoch;
        }

        var epoch = await _services.Accounts.TakeEpochAsync(_account.Key, cancellationToken);
        await _services.Effects.TakeOverAsync(_account.Key, epoch, EffectTimes.SendWithin, cancellationToken);
        return epoch;
    }

    private async Task OpenAsync(AccountSettings settings, CancellationToken cancellationToken)
    {
        var record = await _services.Accounts.FindAsync(_account.Key, cancellationToken);
        if (record is null)
        {
            return;
        }

        long epoch;
        try
        {
            epoch = await TakeEpochAsync(cancellationToken);
            _heldBy = null;
        }
        catch (HeldElsewhereException held)
        {
            HeldElsewhere(held);
            return;
        }

        var connection = await _services.Clients.ReadConnectionAsync(_account.Key, cancellationToken);
        var permits = PermitsFor(settings);
        _account.Connection = new AccountConnection(
            record,
            epoch,
            Math.Max((_account.Connection?.Version ?? 0) + 1, _account.Now.ToUnixTimeMilliseconds()),
            _services.Factory.Create(connection, permits),
            _services.Factory.Create(connection, new PrepaidPermits(permits)),
            permits
        );
        WantEverything();
        await RenewVectorsAsync(cancellationToken);
    }

    // A shard that has vectors of another model makes them anew while it lives; nobody may search for a long time.
    private async Task RenewVectorsAsync(CancellationToken cancellationToken)
    {
        for (var shard = 0; shard < IndexShards.Count; shard++)
        {
            var key = new IndexShardKey(_account.Key, shard);
            if (await _services.Vectors.IsNeededAsync(key, cancellationToken))
            {
                // Not awaited: it loads all vectors. Whoever searches meets a failure to load again, and sees it.
                GrainFactory.Shard(_account.Key, shard).GetCountAsync().Ignore();
            }
        }
    }

    // Vectors are personal data too: the shards that hold them in memory end, and find nothing to load.
    private Task ForgetIndexAsync() =>
        Task.WhenAll(
            Enumerable
                .Range(0, IndexShards.Count)
                .Select(s =>
                    GrainFactory
                        .Shard(_account.Key, s)
                        .AsReference<IGrainManagementExtension>()
                        .DeactivateOnIdle()
                        .AsTask()
                )
        );
}
