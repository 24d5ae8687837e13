using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Schedules;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Quotas;

/// <summary>
/// What was written today, counted from the effects' own rows, so that a crash forgets none; what is about to be written is
/// added before it is sent. An effect belongs to the day on which it was taken up.
/// </summary>
internal sealed class QuotaLedger(AccountContext account, IEffectStore effects)
{
    private Task<Dictionary<string, CountedEffect>>? _loading;
    private Dictionary<string, CountedEffect>? _today;
    private LocalDay _day;
    private DateTimeOffset? _heldUntil;

    /// <summary>Whether what is due then waits only for its quota.</summary>
    public bool Holds(DateTimeOffset due) => _heldUntil is { } until && due >= until && account.Now < until;

    /// <summary>Null where the effect may be written today; it is counted then.</summary>
    public async Task<EffectSettlement?> HoldAsync(EffectRow effect, CancellationToken cancellationToken)
    {
        var quotas = account.State.Settings.Quotas;
        if (quotas.AreUnlimited)
        {
            (_loading, _today) = (null, null); // What is written without a quota is counted when there is one again.
            return null;
        }

        // What may have been sent already counts already, and must be read back all the same.
        if (!Counts(effect) || effect.State == EffectState.Unknown)
        {
            return null;
        }

        var day = WorkHours.Of(account.State.Settings.Schedule).DayAt(account.Now);
        var today = await TodayAsync(day, cancellationToken);
        if (QuotaRules.IsReached(quotas, today.Values, effect.Solution, effect.PostingId))
        {
            _heldUntil = day.To;
            return EffectSettlements.NextDay(effect, day.To);
        }

        today[effect.EffectId] = new CountedEffect
        {
            EffectId = effect.EffectId,
            Solution = effect.Solution,
            PostingId = effect.PostingId,
        };
        return null;
    }

    /// <summary>Whether the effect's quota is known to be used up: then nothing need be read for it.</summary>
    public bool IsReached(EffectRow effect) =>
        account.State.Settings.Quotas is { AreUnlimited: false } quotas
        && _today is { } today
        && Counts(effect)
        && QuotaRules.IsReached(quotas, today.Values, effect.Solution, effect.PostingId);

    /// <summary>What was not written after all makes room again.</summary>
    public void Settle(EffectRow effect, EffectSettlement settlement)
    {
        if (settlement.State is not (EffectState.Done or EffectState.Unknown))
        {
            _today?.Remove(effect.EffectId);
        }
    }

    /// <summary>What is used of the quotas on that day; null when there are none.</summary>
    public async Task<DailyUse?> UseAsync(LocalDay day, CancellationToken cancellationToken)
    {
        var quotas = account.State.Settings.Quotas;
        if (quotas.AreUnlimited)
        {
            return null;
        }

        var written = await effects.WrittenSinceAsync(account.Key, day.From, cancellationToken);
        var waiting = await effects.CountWaitingAsync(account.Key, EffectReasons.QuotaReached, cancellationToken);
        return new DailyUse(day.To, [.. QuotaRules.Use(quotas, written)], waiting);
    }

    private static bool Counts(EffectRow effect) => effect.Kind is EffectKind.Move or EffectKind.Lead or EffectKind.Tag;

#pragma warning disable VSTHRD003 // The task was begun by this very object on the activation's scheduler.
    private async Task<Dictionary<string, CountedEffect>> TodayAsync(LocalDay day, CancellationToken cancellationToken)
    {
        if (_loading is null or { IsFaulted: true } or { IsCanceled: true } || day != _day)
        {
            _day = day;
            _loading = LoadAsync(day, cancellationToken);
        }

        return await _loading;
    }
#pragma warning restore VSTHRD003

    private async Task<Dictionary<string, CountedEffect>> LoadAsync(LocalDay day, CancellationToken cancellationToken)
    {
        var written = await effects.WrittenSinceAsync(account.Key, day.From, cancellationToken);
        _today = written.ToDictionary(e => e.EffectId, StringComparer.Ordinal);
        return _today;
    }
}
