namespace CiivSoft.LeverSimulator.History;

/// <summary>Everything that was asked and done, in order. Safe for several threads; kept in memory until the simulator ends.</summary>
internal sealed class RequestHistory
{
    private readonly Lock _gate = new();
    private readonly List<HistoryEntry> _entries = [];
    private readonly SortedDictionary<string, SortedDictionary<int, int>> _counts = new(StringComparer.Ordinal);

    public long Add(HistoryEntry entry)
    {
        lock (_gate)
        {
            var seq = _entries.Count + 1;
            _entries.Add(entry with { Seq = seq });
            if (entry.Kind == "request")
            {
                Count(entry.Route ?? "unknown", entry.Status ?? 0);
            }

            return seq;
        }
    }

    /// <summary>The entries after a number, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> GetAfter(long seq, int limit)
    {
        lock (_gate)
        {
            var start = (int)Math.Clamp(seq, 0, _entries.Count);
            return _entries.GetRange(start, Math.Min(limit, _entries.Count - start));
        }
    }

    /// <summary>Requests by route and by status; status 0 are those that got nowhere.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<int, int>> GetCounts()
    {
        lock (_gate)
        {
            return _counts.ToDictionary(
                count => count.Key,
                IReadOnlyDictionary<int, int> (count) => new SortedDictionary<int, int>(count.Value),
                StringComparer.Ordinal
            );
        }
    }

    private void Count(string route, int status)
    {
        if (!_counts.TryGetValue(route, out var byStatus))
        {
            byStatus = [];
            _counts.Add(route, byStatus);
        }

        byStatus[status] = byStatus.GetValueOrDefault(status) + 1;
    }
}
