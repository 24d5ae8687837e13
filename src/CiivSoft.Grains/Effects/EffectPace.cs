namespace CiivSoft.Grains.Effects;

/// <summary>
/// How many effects are in hand at once. What is claimed and not settled when a silo dies is in doubt, and is looked for in
/// Lever up to three times: so no more than are done in a moment, far less than are sent in time
/// (<see cref="EffectTimes.SendWithin"/>); and several rounds, so that a slow one holds up no other.
/// </summary>
/// <param name="Lanes">Rounds beside each other.</param>
/// <param name="Roots">Effects that a round claims, what belongs to them apart.</param>
/// <param name="Beside">
/// Effects of a round performed beside each other: each reads and then writes within <see cref="Freshness.Limit"/>, and at a low
/// rate those beside it take the permits in between, again and again.
/// </param>
internal sealed record EffectPace(int Lanes, int Roots, int Beside)
{
    /// <summary>The most lanes at any rate.</summary>
    public const int MostLanes = 3;

    private const int MostRoots = 16;

    private static readonly TimeSpan RoundLasts = TimeSpan.FromSeconds(1.5);

    // A lead with its note: the person, the posting, the lead, the note, and one to spare.
    private const int CallsOfRoot = 5;

    private const int MostBeside = 4;

    // Person or opportunity, posting, permit for the write, and one of somebody else's.
    private const int CallsUntilWritten = 4;

    // Below this, one round uses the rate up by itself.
    private const double RateForLanes = 50;

    /// <summary>The pace at so many calls a second.</summary>
    /// <param name="callsPerSecond">What Lever permits.</param>
    /// <param name="answersTake">
    /// How long Lever takes to answer. An effect has one call under way, so where the rate is low a few use it up: more would
    /// wait for permits, and be in doubt if the silo died. Null where it is not known: then as if it took long.
    /// </param>
    public static EffectPace For(double callsPerSecond, TimeSpan? answersTake)
    {
        var lanes = callsPerSecond < RateForLanes ? 1 : MostLanes;
        var calls = callsPerSecond * RoundLasts.TotalSeconds;
        var fresh = callsPerSecond * Freshness.Limit.TotalSeconds;
        var roots = Math.Clamp(calls / CallsOfRoot / lanes, 1, MostRoots);
        var underWay = answersTake is { } take && lanes == 1 ? callsPerSecond * take.TotalSeconds : roots;
        return new EffectPace(
            lanes,
            (int)Math.Min(roots, Math.Max(1, Math.Ceiling(underWay))),
            (int)Math.Clamp(fresh / CallsUntilWritten / lanes, 1, MostBeside)
        );
    }
}
