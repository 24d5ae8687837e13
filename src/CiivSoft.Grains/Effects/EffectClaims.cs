using CiivSoft.Grains.Accounts;
using CiivSoft.Storage;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Effects;

/// <summary>
/// What this activation has in hand. A claim or a settlement that failed in the database may have been done all the same:
/// what it left there as ours, and nobody works on, is let go before the next claim.
/// </summary>
internal sealed class EffectClaims(AccountContext account, IEffectStore effects)
{
    private readonly HashSet<string> _inHand = new(StringComparer.Ordinal);
    private bool _mayHoldMore;
    private int _underWay;

    /// <summary>Claims a round's effects; empty when there are none.</summary>
    public async Task<IReadOnlyList<EffectRow>> TakeAsync(long epoch, CancellationToken cancellationToken)
    {
        // Not beside a claim of another lane, whose effects would look as if nobody worked on them.
        if (_mayHoldMore && _underWay > 0)
        {
            return [];
        }

        _underWay++;
        try
        {
            if (_mayHoldMore)
            {
                await effects.ReleaseAsync(account.Key, epoch, _inHand, EffectTimes.SendWithin, cancellationToken);
                _mayHoldMore = false;
            }

            var roots = account.Pace.Roots;
            var claimed = await effects.ClaimAsync(account.Key, epoch, account.Now, roots, cancellationToken);
            _inHand.UnionWith(claimed.Select(e => e.EffectId));
            return claimed;
        }
        catch (StorageException)
        {
            _mayHoldMore = true;
            throw;
        }
        finally
        {
            _underWay--;
        }
    }

    /// <summary>Settles a round's effects.</summary>
    public async Task LetGoAsync(IReadOnlyList<EffectRow> claimed, Func<Task> settle)
    {
        try
        {
            await settle();
        }
        catch (StorageException)
        {
            _mayHoldMore = true;
            throw;
        }
        finally
        {
            _inHand.ExceptWith(claimed.Select(e => e.EffectId));
        }
    }
}
