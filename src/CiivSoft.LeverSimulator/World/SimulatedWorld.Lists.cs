using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.World;

internal sealed partial class SimulatedWorld
{
    /// <summary>A page of a list, as lists show it (<see cref="LateVisibility"/>).</summary>
    /// <param name="query">What to narrow to.</param>
    /// <param name="from">Where the page starts, this place included; null for the start of the list.</param>
    /// <param name="limit">The greatest number of items.</param>
    public OpportunityPage ListOpportunities(OpportunityQuery query, ListPosition? from, int limit)
    {
        lock (Gate)
        {
            var indexes = IndexesOfNow();
            var filter = new OpportunityFilter(query, ContactsOf(query), LocationOf, Clock.Now);
            bool IsInList(int number) =>
                indexes[number] is { } opportunity
                && (from is null || indexes.PositionOf(number) >= from.Value)
                && filter.Matches(opportunity);

            var numbers = FindFirst(indexes, query, from, limit + 1, IsInList);
            var items = numbers.Take(limit).Select(number => (number, indexes[number] ?? throw Gone(number))).ToList();
            return new OpportunityPage(items, numbers.Count > limit ? indexes.PositionOf(numbers[limit]) : null);
        }
    }

    /// <summary>Every tag in use and on how many opportunities lists show it.</summary>
    public IReadOnlyDictionary<string, int> CountTags()
    {
        lock (Gate)
        {
            return IndexesOfNow()
                .ByTag.Where(tag => tag.Value.Count > 0)
                .ToImmutableDictionary(tag => tag.Key, tag => tag.Value.Count, StringComparer.Ordinal);
        }
    }

    public IReadOnlyDictionary<string, int> CountSources()
    {
        lock (Gate)
        {
            return IndexesOfNow()
                .SourceCounts.Where(source => source.Value > 0)
                .ToImmutableDictionary(source => source.Key, source => source.Value, StringComparer.Ordinal);
        }
    }

    private static InvalidOperationException Gone(int number) =>
        new($"Opportunity {number} left the lists while they were read.");

    // The first matches in list order. Few candidates are gathered and sorted; many are walked in order from the page's start.
    private List<int> FindFirst(
        OpportunityIndexes indexes,
        OpportunityQuery query,
        ListPosition? from,
        int count,
        Func<int, bool> isInList
    )
    {
        var ordered = ChooseOrderedPaths(indexes, query);
        if (GatherFew(indexes, query, ordered.Sum(path => (long)path.Count), count) is { } few)
        {
            return [.. few.Where(isInList).Distinct().OrderBy(indexes.PositionOf).Take(count)];
        }

        bool IsBefore(int number) => from is { } start && indexes.PositionOf(number) < start;
        var found = ordered.SelectMany(path => path.From(IsBefore).Where(isInList).Take(count));
        return ordered.Count == 1 ? [.. found] : [.. found.Distinct().OrderBy(indexes.PositionOf).Take(count)];
    }

    private static List<OrderedIndex> ChooseOrderedPaths(OpportunityIndexes indexes, OpportunityQuery query)
    {
        List<OrderedIndex> best = [indexes.All];
        void Consider(ImmutableArray<string> values, IReadOnlyDictionary<string, OrderedIndex> index)
        {
            var paths = values
                .Distinct()
                .Select(value => index.GetValueOrDefault(value))
                .OfType<OrderedIndex>()
                .ToList();
            if (values.Length > 0 && paths.Sum(path => (long)path.Count) < best.Sum(path => (long)path.Count))
            {
                best = paths;
            }
        }

        Consider(query.StageIds, indexes.ByStage);
        Consider(query.PostingIds, indexes.ByPosting);
        Consider(query.ArchivedPostingIds, indexes.ByArchivedPosting);
        Consider(query.Tags, indexes.ByTag);
        return best;
    }

    private IEnumerable<int>? GatherFew(OpportunityIndexes indexes, OpportunityQuery query, long walkable, int count)
    {
        if (ContactsOf(query) is { } contacts)
        {
            return contacts.SelectMany(GetListedOpportunitiesOf);
        }

        // A whole reading of a range of R rows by gathering costs R * R / count visits, by walking as many as there are to walk.
        bool IsFew(long range) => range * range / count < walkable;
        var updated = EstimateRange(indexes.Updated, query.Updated, number => indexes[number]?.UpdatedAt ?? 0);
        var created = EstimateRange(indexes.Created, query.Created, number => indexes[number]?.CreatedAt ?? 0);
        if (Math.Min(updated, created) is var fewest && !IsFew(fewest))
        {
            return null;
        }

        return updated <= created
            ? ReadRange(indexes.Updated, query.Updated, number => indexes[number]?.UpdatedAt ?? 0)
            : ReadRange(indexes.Created, query.Created, number => indexes[number]?.CreatedAt ?? 0);
    }

    private static long EstimateRange(OrderedIndex index, TimeRange range, Func<int, long> timeOf) =>
        range.IsOpen
            ? int.MaxValue
            : index.EstimateBetween(number => timeOf(number) < range.Start, number => !(timeOf(number) > range.End));

    private static IEnumerable<int> ReadRange(OrderedIndex index, TimeRange range, Func<int, long> timeOf) =>
        index.From(number => timeOf(number) < range.Start).TakeWhile(number => !(timeOf(number) > range.End));

    private List<int> GetListedOpportunitiesOf(int contactNumber)
    {
        var numbers = new List<int>();
        for (var number = _newestOfContact[contactNumber]; number >= 0; number = _olderOfSameContact[number])
        {
            numbers.Add(number);
        }

        return numbers;
    }

    private HashSet<int>? ContactsOf(OpportunityQuery query)
    {
        if (query.ContactIds.Length == 0 && query.Email is null)
        {
            return null;
        }

        HashSet<int>? byId =
            query.ContactIds.Length == 0 ? null : [.. query.ContactIds.Select(FindContact).OfType<int>()];
        if (query.Email is null)
        {
            return byId;
        }

        HashSet<int> byEmail = [.. FindContactsByEmail(query.Email)];
        if (byId is not null)
        {
            byEmail.IntersectWith(byId);
        }

        return byEmail;
    }

    private string? LocationOf(string postingId) => Account.FindPosting(postingId)?.LocationText;
}
