using CiivSoft.Abstractions.Accounts;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Effects;

/// <summary>What an answer of Lever means for an effect. Pure.</summary>
internal static class EffectSettlements
{
    /// <summary>How often an effect is found surely absent before it is sent again.</summary>
    public const int AbsencesToSendAgain = 2;

    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(30);

    public static EffectSettlement Done(EffectRow effect, string? resultId) =>
        new(effect.EffectId, EffectState.Done) { ResultId = resultId };

    public static EffectSettlement Overtaken(EffectRow effect, string reason) =>
        new(effect.EffectId, EffectState.Overtaken) { Reason = reason };

    public static EffectSettlement Failed(EffectRow effect, string reason) =>
        new(effect.EffectId, EffectState.Failed) { Reason = reason };

    public static EffectSettlement Blocked(EffectRow effect, string reason) =>
        new(effect.EffectId, EffectState.Blocked) { Reason = reason };

    /// <summary>What a switch says; null when it says nothing against writing.</summary>
    public static EffectSettlement? HeldBy(EffectRow effect, RunMode? mode) =>
        mode switch
        {
            RunMode.Off => Blocked(effect, EffectReasons.SwitchedOff),
            RunMode.Shadow => Blocked(effect, EffectReasons.PartlyInShadow),
            _ => null,
        };

    /// <summary>Planned for the next day, when its quota begins anew.</summary>
    public static EffectSettlement NextDay(EffectRow effect, DateTimeOffset at) =>
        new(effect.EffectId, EffectState.Planned) { NotBefore = at, Reason = EffectReasons.QuotaReached };

    public static EffectSettlement BlockedByRight(EffectRow effect, string right) =>
        Blocked(effect, EffectReasons.RightMissing(right)) with
        {
            MissingRight = right,
        };

    private static EffectSettlement Refused(EffectRow effect, int? status, string right) =>
        status == 401
            ? Blocked(effect, EffectReasons.KeyRefused) with
            {
                IsKeyRefused = true,
            }
            : BlockedByRight(effect, right);

    public static EffectSettlement Cancelled(EffectRow effect, string reason) =>
        new(effect.EffectId, EffectState.Cancelled) { Reason = reason };

    /// <summary>After a write was sent.</summary>
    public static EffectSettlement After(
        EffectRow effect,
        LeverWriteOutcome outcome,
        DateTimeOffset sentAt,
        DateTimeOffset now,
        EffectTimes times
    ) =>
        outcome switch
        {
            LeverWriteOutcome.Done done => Done(effect, done.Id),
            LeverWriteOutcome.Refused { Kind: LeverRefusal.MissingRight } refused => Refused(
                effect,
                refused.Status,
                refused.Route.Right
            ),
            LeverWriteOutcome.Refused refused => new EffectSettlement(effect.EffectId, EffectState.Failed)
            {
                Reason = $"Lever refused it: status {refused.Status} {refused.Code}.",
            },
            LeverWriteOutcome.Later later => new EffectSettlement(effect.EffectId, EffectState.Planned)
            {
                NotBefore = now + (later.RetryAfter ?? ShortWait),
                Reason = "Lever asked to come again later.",
            },
            LeverWriteOutcome.Unknown unknown => new EffectSettlement(effect.EffectId, EffectState.Unknown)
            {
                SentAt = sentAt,
                // Nothing waits for a note: it is looked for when its absence means something, and not before.
                NotBefore = effect.Kind == EffectKind.Note ? sentAt + times.Certain : now + times.FirstLook,
                Reason = $"No usable answer ({unknown.Reason}); it is read back before anything else.",
            },
            _ => throw new InvalidOperationException("There is no such outcome."),
        };

    /// <summary>
    /// After reading back found nothing. While Lever may still commit it, that means nothing; after that, once is not enough,
    /// since Lever may show a write late; twice is, and then it is sent again.
    /// </summary>
    public static EffectSettlement Absent(EffectRow effect, DateTimeOffset now, EffectTimes times)
    {
        if (effect.SentAt is { } sentAt && !times.IsCertain(sentAt, now))
        {
            return NotFoundYet(effect, sentAt + times.Certain, absentReads: 0);
        }

        return effect.AbsentReads + 1 < AbsencesToSendAgain
            ? NotFoundYet(effect, now + times.BetweenLooks, effect.AbsentReads + 1)
            : new EffectSettlement(effect.EffectId, EffectState.Planned)
            {
                // A move stays in the history of stages; what undo did is seen only while it is the last that was done.
                IsSurelyAbsent = effect.Kind is EffectKind.Lead or EffectKind.Move,
            };
    }

    /// <summary>Another lead of the person is being made and may leave no room: how it ends is waited for.</summary>
    public static EffectSettlement AfterAnotherLead(EffectRow effect, DateTimeOffset now) =>
        new(effect.EffectId, EffectState.Planned)
        {
            NotBefore = now + ShortWait,
            Reason = "Another lead of the person is being made.",
        };

    /// <summary>Its turn came too late after it was claimed: nothing was sent, and it is claimed again.</summary>
    public static EffectSettlement? TooLateToSend(EffectRow effect, DateTimeOffset now) =>
        now - effect.SentAt > EffectTimes.SendWithin
            ? new EffectSettlement(effect.EffectId, EffectState.Planned) { Reason = "Its turn came too late." }
            : null;

    private static EffectSettlement NotFoundYet(EffectRow effect, DateTimeOffset lookAgainAt, int absentReads) =>
        new(effect.EffectId, EffectState.Unknown)
        {
            AbsentReads = absentReads,
            NotBefore = lookAgainAt,
            Reason = "Not found yet.",
        };

    /// <summary>When reading before or back failed, nothing was sent now: the effect stays what it was, for later.</summary>
    public static EffectSettlement AfterFailedRead(EffectRow effect, LeverException failure, DateTimeOffset now)
    {
        if (failure.IsMissingRight)
        {
            return effect.State == EffectState.Unknown
                ? Stay(effect, now + LongWait, failure) with
                {
                    IsKeyRefused = failure.IsUnauthorized,
                    MissingRight = failure.IsUnauthorized ? null : failure.Right,
                }
                : Refused(effect, failure.Status, failure.Right);
        }

        return Stay(effect, now + (failure.RetryAfter ?? (effect.Attempts > 3 ? LongWait : ShortWait)), failure);
    }

    private static EffectSettlement Stay(EffectRow effect, DateTimeOffset notBefore, LeverException failure) =>
        new(effect.EffectId, effect.State == EffectState.Unknown ? EffectState.Unknown : EffectState.Planned)
        {
            AbsentReads = effect.AbsentReads,
            NotBefore = notBefore,
            Reason = $"Lever could not be read: {failure.Route} ({failure.Failure}).",
        };
}
