namespace CiivSoft.Simulation.Planted;

/// <summary>
/// The first seed that told of each planted bug when the world was changed last, as <c>--planted</c> prints it: the short form
/// begins to look there. Another question to the seed's chance makes all of them others.
/// </summary>
internal static class PinnedSeeds
{
    private static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal)
    {
        ["blind-resend"] = 11,
        ["blocked-failed"] = 48,
        ["cap-ignored"] = 13,
        ["decide-again"] = 4,
        ["done-unsettled"] = 4,
        ["effects-later"] = 5,
        ["error-done"] = 20,
        ["finish-first"] = 226,
        ["foreign-key"] = 14,
        ["later-failed"] = 5,
        ["n-ignored"] = 372,
        ["no-adoption"] = 6,
        ["no-claim"] = 4,
        ["no-deleted"] = 3,
        ["no-due-time"] = 19,
        ["no-epoch"] = 5,
        ["no-erasure"] = 1,
        ["no-etag"] = 41,
        ["no-gate-at-write"] = 93,
        ["no-limiter"] = 2,
        ["no-overlap"] = 23,
        ["no-posting-check"] = 8,
        ["no-ref"] = 4,
        ["no-takeover"] = 5,
        ["no-unblock"] = 48,
        ["note-first"] = 4,
        ["odd-source"] = 6,
        ["one-look"] = 28,
        ["post-repeated"] = 41,
        ["postponed-lost"] = 1,
        ["read-error-absent"] = 434,
        ["refused-unknown"] = 48,
        ["short-grace"] = 28,
        ["stale-posting"] = 48,
        ["stale-read"] = 39,
        ["takeover-at-once"] = 62,
        ["talkative"] = 2,
        ["unfenced"] = 70,
        ["window-gap"] = 2,
        ["work-later"] = 223,
        ["wrong-stage"] = 4,
    };

    /// <summary>1 for a bug that was not looked for yet.</summary>
    public static int Of(string bug) => Known.GetValueOrDefault(bug, 1);
}
