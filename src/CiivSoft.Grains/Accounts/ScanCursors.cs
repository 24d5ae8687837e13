namespace CiivSoft.Grains.Accounts;

/// <summary>
/// How far scans have seen, in milliseconds of Lever's clock: the latest change seen, never our own clock, so that
/// a difference between the clocks loses nothing. Null before the first scan.
/// </summary>
[GenerateSerializer]
[Alias("ciivsoft.ScanCursors")]
internal sealed record ScanCursors
{
    /// <summary>
    /// How far behind the cursor each scan begins again: rows may become visible late. What is known already costs
    /// nothing but its line in the list.
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How far the stored cursors may be behind between two scans, while the first synchronisation looks for new applications
    /// every few seconds: a crash makes the next scan list so much more, and in exchange looking costs no commit.
    /// </summary>
    public static readonly TimeSpan Lag = TimeSpan.FromMinutes(5);

    [Id(0)]
    public long? PostingsMs { get; init; }

    [Id(1)]
    public long? OpportunitiesMs { get; init; }

    [Id(2)]
    public long? DeletedMs { get; init; }

    public static DateTimeOffset? Since(long? cursorMs) =>
        cursorMs is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) - Overlap : null;

    /// <summary>Where a cursor stands after what was seen, at most at a moment of our own clock unless it was there already.</summary>
    public static long? Advance(long? cursorMs, long? seenMs, DateTimeOffset atMost) =>
        seenMs is { } seen ? Later(cursorMs, Math.Min(seen, atMost.ToUnixTimeMilliseconds())) : cursorMs;

    /// <summary>Whether these are so far ahead of what is stored that they must be stored too.</summary>
    public bool MustBeSaved(ScanCursors saved) =>
        IsAhead(PostingsMs, saved.PostingsMs)
        || IsAhead(OpportunitiesMs, saved.OpportunitiesMs)
        || IsAhead(DeletedMs, saved.DeletedMs);

    /// <summary>The later of two; a cursor never goes back.</summary>
    public static long? Later(long? cursorMs, long? seenMs) =>
        cursorMs is null ? seenMs
        : seenMs is null ? cursorMs
        : Math.Max(cursorMs.Value, seenMs.Value);

    private static bool IsAhead(long? cursorMs, long? savedMs) =>
        cursorMs is { } now && (savedMs is not { } saved || now - saved > Lag.TotalMilliseconds);
}
