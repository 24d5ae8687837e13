using System.Text.Json;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Quotas;
using CiivSoft.Grains.Scans;
using CiivSoft.Grains.Telemetry;
using CiivSoft.Grains.Undoing;
using CiivSoft.Lever;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Effects;

/// <summary>
/// Performs what the outbox holds (design.md, 3): claims what is due, sends or reads back, settles. Rounds may run
/// beside each other, since a claim is exclusive; leads and moves of a round come before its notes, so that a posting read for the first lead serves for all of them.
/// </summary>
internal sealed class EffectPerformer(
    AccountContext account,
    IEffectStore effects,
    IWorkStore work,
    GrainMetrics metrics,
    LeadEffects leads,
    MoveEffects moves,
    NoteEffects notes,
    UndoEffects undo,
    Recommendations recommendations,
    QuotaLedger quotas,
    ReadAhead ahead,
    EffectRights rights,
    EffectHolds holds
)
{
    private readonly EffectClaims _claims = new(account, effects);
    private bool _keyRefused;
    private bool _hasQueued;

    /// <summary>Whether work was queued since this was asked last.</summary>
    public bool TakeQueued()
    {
        var queued = _hasQueued;
        _hasQueued = false;
        return queued;
    }

    /// <summary>Whether Lever refused the key since this was asked last.</summary>
    public bool TakeKeyRefused()
    {
        var refused = _keyRefused;
        _keyRefused = false;
        return refused;
    }

    /// <summary>Performs one round. Returns how many effects were in it.</summary>
    public async Task<int> PerformRoundAsync(CancellationToken cancellationToken)
    {
        var connection = account.Connection ?? throw new InvalidOperationException("The account is not connected.");
        var permits = await ahead.ReadAsync(IsHeld, cancellationToken);
        try
        {
            var claimed = await _claims.TakeAsync(connection.Epoch, cancellationToken);
            if (claimed.Count > 0)
            {
                await PerformAsync(
                    connection,
                    new EffectRound(claimed, account.Now, permits),
                    claimed,
                    cancellationToken
                );
            }

            return claimed.Count;
        }
        finally
        {
            permits.End();
        }
    }

    private async Task PerformAsync(
        AccountConnection connection,
        EffectRound round,
        IReadOnlyList<EffectRow> claimed,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await RunAsync(round, round.Parents, cancellationToken);
            await RunAsync(round, round.Children, cancellationToken);
        }
        finally
        {
            // What was done must be told even when the round broke off; what was not is settled as unknown.
            await _claims.LetGoAsync(claimed, () => SettleAsync(connection.Epoch, round));
        }

        await FreeAsync(round, cancellationToken);
        await recommendations.PlanAsync(round.LeadsThatMayNotBeMade, cancellationToken);
        await RefillAsync(round, cancellationToken);
    }

    // Each run decides about people it did not decide about before, so refilling comes to an end.
    private async Task RefillAsync(EffectRound round, CancellationToken cancellationToken)
    {
        var runs = round
            .PostingsToRefill.Select(p => ScanPlanner.RunFor(p, account.Now, ArkiiveCauses.Refill))
            .ToList();
        if (runs.Count > 0)
        {
            await work.AddAsync(account.Key, runs, cancellationToken);
            _hasQueued = true;
        }
    }

    private async Task RunAsync(EffectRound round, IReadOnlyList<EffectRow> rows, CancellationToken cancellationToken)
    {
        var queue = new Queue<EffectRow>(rows);
        var beside = account.Pace.Beside;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(beside, rows.Count)).Select(_ => DrainAsync()));

        async Task DrainAsync()
        {
            while (queue.TryDequeue(out var effect))
            {
                round.Begin(effect);
                var settlement = await PerformTracedAsync(effect, round, cancellationToken);
                round.Settle(effect, settlement);
                quotas.Settle(effect, settlement);
                await LearnAsync(effect, settlement);
            }
        }
    }

    private async Task<EffectSettlement> PerformTracedAsync(
        EffectRow effect,
        EffectRound round,
        CancellationToken cancellationToken
    )
    {
        using var span = GrainTraces.Begin(effect, account.Key);
        var settlement = await PerformAsync(effect, round, cancellationToken);
        span.End(settlement);
        return settlement;
    }

    private async Task<EffectSettlement> PerformAsync(
        EffectRow effect,
        EffectRound round,
        CancellationToken cancellationToken
    )
    {
        var wait =
            round.WaitsForParent(effect) ?? holds.Of(effect) ?? await quotas.HoldAsync(effect, cancellationToken);
        if (wait is not null)
        {
            return wait;
        }

        try
        {
            return effect.Kind switch
            {
                EffectKind.Lead => await leads.PerformAsync(effect, round, cancellationToken),
                EffectKind.Move => await moves.PerformAsync(effect, round, cancellationToken),
                EffectKind.Note => await notes.PerformNoteAsync(effect, round, cancellationToken),
                EffectKind.Tag => await notes.PerformTagAsync(effect, round, cancellationToken),
                EffectKind.Restore or EffectKind.Withdraw => await undo.PerformAsync(effect, cancellationToken),
                _ => throw new InvalidOperationException($"There is no effect of kind {effect.Kind}."),
            };
        }
        catch (LeverException failure)
        {
            return EffectSettlements.AfterFailedRead(effect, failure, account.Now);
        }
        catch (Exception failure) when (failure is ArgumentException or JsonException)
        {
            // An id that can be none of Lever's, or a payload that cannot be read: nothing was sent, and nothing ever can be.
            return EffectSettlements.Failed(effect, $"It cannot be written ({failure.GetType().Name}).");
        }
    }

    private bool IsHeld(EffectRow effect) => holds.Of(effect) is not null || quotas.IsReached(effect);

    private async Task LearnAsync(EffectRow effect, EffectSettlement settlement)
    {
        _keyRefused |= settlement.IsKeyRefused;
        if (settlement.ForeignRef is { } reference)
        {
            await account.UpdateAsync(s =>
                (
                    s with
                    {
                        Foreign = (s.Foreign ?? new ForeignMarks()).Met(account.Now + account.Times.Certain),
                    }
                ).Report(AccountFindings.Met(reference, settlement.OpportunityId, account.Now))
            );
        }

        if (settlement.MissingRight is { } right)
        {
            await account.UpdateAsync(s => s.Lacks(right).Report(AccountFindings.MissingRight(right, account.Now)));
        }
        else if (settlement.State == EffectState.Done)
        {
            await LearnRightsAsync(rights.ProvenBy(effect));
        }

        if (rights.TakeUntried(effect, settlement) is { } untried)
        {
            await TryAsync(untried, CancellationToken.None);
        }
    }

    // What waited for a right that just worked follows at once.
    private async Task LearnRightsAsync(IReadOnlyList<string> proven)
    {
        var back = proven.Where(account.State.MissingRights.Contains).ToList();
        // Not worth a commit: what a crash forgets is proven by the next effect.
        account.Remember(s => s.Proves(proven));
        await account.UpdateAsync(s =>
            proven.Aggregate(s, (state, right) => state.Has(right).Clear(AccountFindings.RightMissing + right))
        );
        if (back.Count > 0)
        {
            var reasons = back.ConvertAll(EffectReasons.RightMissing);
            await effects.UnblockAsync(account.Key, Epoch, reasons, int.MaxValue, CancellationToken.None);
        }
    }

    /// <summary>Lets one effect try each missing right. Returns whether any does.</summary>
    public async Task<bool> TryMissingRightsAsync(CancellationToken cancellationToken)
    {
        var tries = false;
        foreach (var right in account.State.MissingRights)
        {
            tries |= await TryAsync(right, cancellationToken);
        }

        return tries;
    }

    // What this round blocked after another one had found that the right is there must not be left behind.
    private async Task FreeAsync(EffectRound round, CancellationToken cancellationToken)
    {
        var there = round.MissingRights.Except(account.State.MissingRights).ToList();
        if (there.Count > 0)
        {
            var reasons = there.ConvertAll(EffectReasons.RightMissing);
            await effects.UnblockAsync(account.Key, Epoch, reasons, int.MaxValue, cancellationToken);
        }
    }

    // Where nobody waits for the right, the next that needs it finds out by itself.
    private async Task<bool> TryAsync(string right, CancellationToken cancellationToken)
    {
        var reasons = new[] { EffectReasons.RightMissing(right) };
        if (await effects.UnblockAsync(account.Key, Epoch, reasons, 1, cancellationToken) is [var effectId])
        {
            rights.Try(effectId, right);
            return true;
        }

        await account.UpdateAsync(s => s.Has(right));
        return false;
    }

    private long Epoch =>
        account.Connection?.Epoch ?? throw new InvalidOperationException("The account is not connected.");

    private async Task SettleAsync(long epoch, EffectRound round)
    {
        var settlements = round.Settlements(account.Now);
        await effects.SettleAsync(
            account.Key,
            epoch,
            account.Now,
            settlements,
            [.. settlements.Select(s => EffectLines.Of(round.Find(s.EffectId), s, account.Now)).OfType<ActivityRow>()],
            CancellationToken.None
        );
        foreach (var settlement in settlements)
        {
            metrics.Settled(round.Find(settlement.EffectId), settlement, account.Now);
        }
    }
}
