using System.Globalization;

namespace CiivSoft.Abstractions.Undoing;

/// <summary>How a run is named: <c>POSTING/NUMBER</c> for a run of ARKiiVE, <c>scan:2026-03-01T09:30:00.000Z</c> for a scan.</summary>
public abstract record RunName
{
    private const string ScanPrefix = "scan:";

    private RunName() { }

    /// <summary>Null when the text is no run's name.</summary>
    public static RunName? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith(ScanPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return DateTimeOffset.TryParse(
                text[ScanPrefix.Length..],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at
            )
                ? new Scan(at)
                : null;
        }

        var slash = text.LastIndexOf('/');
        return
            slash > 0
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Arkiive(text[..slash], number)
            : null;
    }

    /// <summary>A run of ARKiiVE.</summary>
    /// <param name="PostingId">The posting.</param>
    /// <param name="Number">1 for the posting's first.</param>
    public sealed record Arkiive(string PostingId, int Number) : RunName
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PostingId}/{Number}");
    }

    /// <summary>A scan that found changes, and what was decided from then until the next one that did.</summary>
    /// <param name="StartedAt">When it began.</param>
    public sealed record Scan(DateTimeOffset StartedAt) : RunName
    {
        /// <inheritdoc/>
        public override string ToString() =>
            ScanPrefix + StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }
}
