using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Accounts;

/// <summary>The queued work that grains are at, and for what else there is room.</summary>
internal sealed class WorkInHand
{
    /// <summary>
    /// A search of ARKiiVE does not wait for Lever as the rest does: it needs a processor for seconds, and more of them would only
    /// wait for each other. So many keep several silos busy.
    /// </summary>
    public const int MostSearches = 4;

    private const int Least = 3;
    private const int Most = 16;

    // So many at once, and the effects beside them, use the rate where Lever takes that long to answer. More would only be read
    // again when a silo dies, and where Lever is quick fewer do.
    private static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(0.6);

    // Between two calls of an item: a document is read, a decision stored.
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromSeconds(0.25);

    private readonly Dictionary<(WorkKind, string), WorkPriority> _items = [];

    public int Count => _items.Count;

    /// <summary>How many items are in hand at once.</summary>
    /// <param name="callsPerSecond">What Lever permits.</param>
    /// <param name="answersTake">How long Lever takes to answer; null where it is not known: then as if it took long.</param>
    /// <param name="unused">
    /// Calls that nobody asks for: those in hand wait for something else, such as a silo that died or the pause after a failed read,
    /// and so many more go on beside them; at most twice as many again, since what they wait for may be Lever itself, or a document.
    /// </param>
    public static int AtMost(double callsPerSecond, TimeSpan? answersTake, int unused)
    {
        var call = answersTake + BetweenCalls is { } quick && quick < SlowAnswer ? quick : SlowAnswer;
        var enough = Math.Max(Least, Math.Ceiling(callsPerSecond * call.TotalSeconds));
        return (int)Math.Min(enough + Math.Min(unused, 2 * enough), Most);
    }

    public bool Holds(WorkItem item) => _items.ContainsKey((item.Kind, item.Id));

    public IReadOnlySet<(WorkKind, string)> Snapshot() => _items.Keys.ToHashSet();

    public void Add(WorkItem item) => _items.Add((item.Kind, item.Id), item.Priority);

    public void Remove(WorkItem item) => _items.Remove((item.Kind, item.Id));

    /// <summary>
    /// Whether another may begin. Some room is kept free of the backlog, so that a new application never waits for a slow backlog
    /// item to end.
    /// </summary>
    public bool HasRoomFor(WorkItem item, int atMost)
    {
        var backlog = _items.Values.Count(p => p == WorkPriority.Backfill);
        return item switch
        {
            { Priority: WorkPriority.Backfill } => Count < atMost && backlog < atMost * 3 / 4,
            { Kind: WorkKind.Posting } when Searches >= MostSearches => false,
            _ => Count < atMost || Count == backlog,
        };
    }

    private int Searches => _items.Keys.Count(k => k.Item1 == WorkKind.Posting);
}
