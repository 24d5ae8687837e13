using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Effects;

/// <summary>Lever has no compare-and-set: what a write rests on must have been read at most two seconds before it.</summary>
internal static class Freshness
{
    /// <summary>Somewhat less than the two seconds of design.md 3, for the way of the write itself.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Reading and writing never came close enough together: nothing was sent.</summary>
    public static EffectSettlement TryLater(EffectRow effect, DateTimeOffset now) =>
        new(effect.EffectId, EffectState.Planned)
        {
            NotBefore = now + Pause,
            Reason = "Lever was too slow to read and write within two seconds.",
        };
}
