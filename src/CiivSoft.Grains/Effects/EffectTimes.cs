namespace CiivSoft.Grains.Effects;

/// <summary>
/// How long a write may be in doubt. Lever must have committed within <see cref="Certain"/> of the sending what it ever
/// commits: before that an effect can be found, but not be missed.
/// </summary>
/// <param name="ClientTimeout">How long the client waits for an answer.</param>
/// <param name="Grace">How much longer Lever may take, in silence.</param>
internal sealed record EffectTimes(TimeSpan ClientTimeout, TimeSpan Grace)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A claimed effect that was not sent so soon is not sent, but claimed again: so that whoever takes over knows until
    /// when the one before may have sent it.
    /// </summary>
    public static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(10);

    /// <summary>After a sending without an answer, so long until nothing can come of it any more.</summary>
    public TimeSpan Certain => ClientTimeout + Grace;

    /// <summary>Most lost answers hide a write that is there: the first look finds it, long before an absence means anything.</summary>
    public TimeSpan FirstLook => Grace < Soon ? Grace : Soon;

    /// <summary>Between the two looks that make an effect surely absent: Lever may show a write a little later than it did it.</summary>
    public TimeSpan BetweenLooks => Grace / 4;

    /// <summary>Whether finding nothing now means that Lever never got it.</summary>
    public bool IsCertain(DateTimeOffset? sentAt, DateTimeOffset now) => sentAt is null || now >= sentAt + Certain;
}
