namespace CiivSoft.LeverSimulator.World;

/// <summary>The orders in which lists can be walked. Holds the opportunities as lists show them. Not safe for several threads.</summary>
internal sealed class OpportunityIndexes
{
    private readonly Func<string, double> _rankOf;
    private readonly IComparer<int> _listOrder;
    private readonly List<Opportunity?> _listed;
    private readonly Dictionary<string, OrderedIndex> _byStage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrderedIndex> _byPosting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrderedIndex> _byArchivedPosting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrderedIndex> _byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sourceCounts = new(StringComparer.Ordinal);

    /// <param name="opportunities">By number, all present.</param>
    /// <param name="rankOf">The rank of a stage id; must not change.</param>
    public OpportunityIndexes(IEnumerable<Opportunity> opportunities, Func<string, double> rankOf)
    {
        _rankOf = rankOf;
        _listed = [.. opportunities];
        _listOrder = Comparer<int>.Create((left, right) => PositionOf(left).CompareTo(PositionOf(right)));
        All = new OrderedIndex(_listOrder);
        Updated = new OrderedIndex(OrderBy(opportunity => opportunity.UpdatedAt));
        Created = new OrderedIndex(OrderBy(opportunity => opportunity.CreatedAt));
        Fill();
    }

    public OrderedIndex All { get; }

    public OrderedIndex Updated { get; }

    public OrderedIndex Created { get; }

    public IReadOnlyDictionary<string, OrderedIndex> ByStage => _byStage;

    /// <summary>Those whose application on the posting is active.</summary>
    public IReadOnlyDictionary<string, OrderedIndex> ByPosting => _byPosting;

    public IReadOnlyDictionary<string, OrderedIndex> ByArchivedPosting => _byArchivedPosting;

    public IReadOnlyDictionary<string, OrderedIndex> ByTag => _byTag;

    public IReadOnlyDictionary<string, int> SourceCounts => _sourceCounts;

    /// <summary>The opportunity as lists show it, or null when they do not (yet, or any more).</summary>
    public Opportunity? this[int number] => number < _listed.Count ? _listed[number] : null;

    public ListPosition PositionOf(int number) =>
        _listed[number] is { } opportunity
            ? new ListPosition(_rankOf(opportunity.StageId), opportunity.LastAdvancedAt, opportunity.Id)
            : default;

    /// <summary>From now on lists show this; null takes the opportunity out of them.</summary>
    public void Show(int number, Opportunity? opportunity)
    {
        while (_listed.Count <= number)
        {
            _listed.Add(null);
        }

        if (_listed[number] is { } old)
        {
            foreach (var index in IndexesOf(old))
            {
                index.Remove(number);
            }

            CountSources(old, -1);
        }

        _listed[number] = opportunity;
        if (opportunity is not null)
        {
            foreach (var index in IndexesOf(opportunity))
            {
                index.Add(number);
            }

            CountSources(opportunity, 1);
        }
    }

    private void Fill()
    {
        var numbers = new int[_listed.Count];
        var positions = new ListPosition[numbers.Length];
        for (var number = 0; number < numbers.Length; number++)
        {
            numbers[number] = number;
            positions[number] = PositionOf(number);
        }

        Array.Sort(positions, numbers);
        foreach (var number in numbers)
        {
            if (_listed[number] is { } opportunity)
            {
                foreach (var index in IndexesInListOrder(opportunity))
                {
                    index.Append(number);
                }

                CountSources(opportunity, 1);
            }
        }

        FillByTime(Updated, opportunity => opportunity.UpdatedAt);
        FillByTime(Created, opportunity => opportunity.CreatedAt);
    }

    private void FillByTime(OrderedIndex index, Func<Opportunity, long> time)
    {
        var numbers = new int[_listed.Count];
        var keys = new (long Time, int Number)[numbers.Length];
        for (var number = 0; number < numbers.Length; number++)
        {
            numbers[number] = number;
            keys[number] = (_listed[number] is { } opportunity ? time(opportunity) : 0, number);
        }

        Array.Sort(keys, numbers);
        foreach (var number in numbers)
        {
            index.Append(number);
        }
    }

    private Comparer<int> OrderBy(Func<Opportunity, long> time) =>
        Comparer<int>.Create(
            (left, right) =>
            {
                var byTime = TimeOf(left, time).CompareTo(TimeOf(right, time));
                return byTime != 0 ? byTime : left.CompareTo(right);
            }
        );

    private long TimeOf(int number, Func<Opportunity, long> time) =>
        _listed[number] is { } opportunity ? time(opportunity) : 0;

    private IEnumerable<OrderedIndex> IndexesOf(Opportunity opportunity) =>
        IndexesInListOrder(opportunity).Append(Updated).Append(Created);

    private IEnumerable<OrderedIndex> IndexesInListOrder(Opportunity opportunity)
    {
        yield return All;
        yield return Of(_byStage, opportunity.StageId);
        if (opportunity.PostingId is { } posting)
        {
            yield return Of(opportunity.Archived is null ? _byPosting : _byArchivedPosting, posting);
        }

        foreach (var tag in opportunity.Tags)
        {
            yield return Of(_byTag, tag);
        }
    }

    private OrderedIndex Of(Dictionary<string, OrderedIndex> indexes, string value)
    {
        if (!indexes.TryGetValue(value, out var index))
        {
            index = new OrderedIndex(_listOrder);
            indexes.Add(value, index);
        }

        return index;
    }

    private void CountSources(Opportunity opportunity, int by)
    {
        foreach (var source in opportunity.Sources)
        {
            _sourceCounts[source] = _sourceCounts.GetValueOrDefault(source) + by;
        }
    }
}
