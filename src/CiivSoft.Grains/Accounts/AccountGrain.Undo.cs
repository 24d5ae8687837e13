using System.Collections.Immutable;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Undoing;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Accounts;

/// <summary>Takes back what was done, where no person has touched it since.</summary>
internal sealed partial class AccountGrain
{
    public async Task<UndoList> ListUndoAsync(UndoScope scope, CancellationToken cancellationToken) =>
        List(await _services.Undo.ListAsync(_account.Key, scope, UndoLimits.ListedAtMost + 1, cancellationToken));

    public async Task<UndoList> PreviewUndoAsync(ImmutableArray<string> actionIds, CancellationToken cancellationToken)
    {
        if (actionIds.Length > UndoLimits.PreviewAtMost)
        {
            throw new ArgumentException(
                $"{actionIds.Length} actions were given; a preview takes {UndoLimits.PreviewAtMost} at most.",
                nameof(actionIds)
            );
        }

        RequireConnected();
        var rows = await _services.Undo.FindAsync(_account.Key, actionIds, cancellationToken);
        var items = ImmutableArray.CreateBuilder<UndoItem>();
        foreach (var row in rows)
        {
            var item = UndoItems.Of(row, _account.State.Mode);
            items.Add(
                item.State is UndoState.Possible or UndoState.Planned
                    ? await PreviewAsync(row, item, cancellationToken)
                    : item
            );
        }

        return new UndoList(items.ToImmutable(), HasMore: false);
    }

    public async Task<UndoList> UndoAsync(UndoScope scope, CancellationToken cancellationToken)
    {
        var epoch = Epoch;
        var rows = await _services.Undo.ListAsync(_account.Key, scope, UndoLimits.ListedAtMost + 1, cancellationToken);
        if (rows.Count > UndoLimits.ListedAtMost)
        {
            throw new ArgumentException(
                $"This covers more than {UndoLimits.ListedAtMost} actions. Undo a posting or a run of it at a time.",
                nameof(scope)
            );
        }

        var factory = new UndoFactory(_account.Key, _services.Refs, _account.Now);
        var fresh = rows.Where(r => r.UndoState is null).SelectMany(factory.Undo).ToList();
        await _services.Effects.PlanAsync(_account.Key, epoch, fresh, cancellationToken);

        // Whoever asks once more has perhaps given what was missing.
        var stuck = rows.Where(r => r.UndoState is EffectState.Blocked or EffectState.Failed)
            .Select(r => r.UndoId)
            .OfType<string>()
            .ToList();
        if (stuck.Count > 0)
        {
            await _services.Effects.RetryAsync(_account.Key, epoch, stuck, cancellationToken);
        }

        _effectsDueAt = _account.Now;
        return await ListUndoAsync(scope, cancellationToken);
    }

    private UndoList List(IReadOnlyList<UndoRow> rows) =>
        new(
            [.. rows.Take(UndoLimits.ListedAtMost).Select(r => UndoItems.Of(r, _account.State.Mode))],
            rows.Count > UndoLimits.ListedAtMost
        );

    private async Task<UndoItem> PreviewAsync(UndoRow row, UndoItem item, CancellationToken cancellationToken)
    {
        var kind = row.Kind == EffectKind.Lead ? EffectKind.Withdraw : EffectKind.Restore;
        try
        {
            var reason = kind == EffectKind.Withdraw ? await _undoing.FindReasonAsync(cancellationToken) : null;
            var judged = UndoItems.Judged(item, await _undoing.LookAsync(row, reason, cancellationToken));
            return judged.State is not (UndoState.Possible or UndoState.Planned) ? judged
                : kind == EffectKind.Withdraw && reason is null
                    ? UndoItems.ByHand(item, EffectReasons.WithdrawReasonMissing)
                : EffectRights.Of(kind).FirstOrDefault(_account.State.MissingRights.Contains) is { } missing
                    ? UndoItems.ByHand(item, EffectReasons.RightMissing(missing))
                : judged;
        }
        catch (LeverException refused) when (refused.Status == 403)
        {
            return UndoItems.ByHand(item, EffectReasons.RightMissing(refused.Right));
        }
        catch (LeverException failed)
        {
            return item with { Reason = $"Lever could not be read: {failed.Route} ({failed.Failure})." };
        }
    }
}
