using CiivSoft.Cli.Checking.Recordings;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>
/// I6: what Lever permits a key, a bucket of 20 refilled by 10 a second (of twice the rate where another rate is agreed),
/// was never exceeded by our own sending, by the times at which requests arrived.
/// </summary>
internal static class PermittedRate
{
    public const string Id = "I6";

    private const double SmallestBucket = 20;

    public static IEnumerable<Breach> Check(Recording recording)
    {
        var rate = recording.PermittedRate ?? recording.Tables.Facts.Settings.CallsPerSecond;
        return recording.OurRequests.GroupBy(e => e.Key, StringComparer.Ordinal).SelectMany(key => Check(key, rate));
    }

    private static IEnumerable<Breach> Check(IEnumerable<LeverEvent> requests, double perSecond)
    {
        var size = Math.Max(SmallestBucket, 2 * perSecond);
        var (tokens, countedUntil) = (size, 0L);
        List<LeverEvent> excess = [];
        foreach (var request in requests.OrderBy(e => e.ReceivedAtReal).ThenBy(e => e.Seq))
        {
            tokens = Math.Min(size, tokens + ((request.ReceivedAtReal - countedUntil) * perSecond / 1000));
            countedUntil = request.ReceivedAtReal;
            if (tokens >= 1)
            {
                tokens--;
            }
            else
            {
                excess.Add(request);
            }
        }

        return excess.Count == 0
            ? []
            :
            [
                new Breach(
                    Id,
                    "too-fast",
                    $"{excess.Count} requests went out faster than {perSecond} a second with a burst of {size}.",
                    excess[0].Key
                ).At([.. excess.Take(20).Select(e => e.Seq)]),
            ];
    }
}
