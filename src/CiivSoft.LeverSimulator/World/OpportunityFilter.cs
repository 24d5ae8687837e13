using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.World;

/// <summary>Decides whether an opportunity is in a list; asks only what the query narrows.</summary>
internal sealed class OpportunityFilter
{
    private readonly List<Func<Opportunity, bool>> _tests = [];

    /// <param name="query">What to narrow to.</param>
    /// <param name="contactNumbers">The contacts that the query's ids and address stand for; null for any.</param>
    /// <param name="locationOf">The location that a posting gives its opportunities.</param>
    /// <param name="now">The time against which snoozing is judged.</param>
    public OpportunityFilter(
        OpportunityQuery query,
        IReadOnlyCollection<int>? contactNumbers,
        Func<string, string?> locationOf,
        long now
    )
    {
        Narrow(contactNumbers is not null, o => contactNumbers!.Contains(o.ContactNumber));
        Narrow(query.IsConfidential is not null, o => o.IsConfidential == query.IsConfidential);
        Narrow(query.IsArchived is not null, o => o.Archived is not null == query.IsArchived);
        Narrow(query.IsSnoozed is not null, o => o.SnoozedUntil > now == query.IsSnoozed);
        Narrow(query.StageIds, o => o.StageId);
        Narrow(query.Origins, o => o.Origin);
        Narrow(query.PostingIds, o => o.Archived is null ? o.PostingId : null);
        Narrow(query.ArchivedPostingIds, o => o.Archived is null ? null : o.PostingId);
        Narrow(query.ArchiveReasonIds, o => o.Archived?.Reason);
        Narrow(query.Locations, o => o.PostingId is { } posting ? locationOf(posting) : null);
        Narrow(query.Tags.Length > 0, o => query.Tags.Any(tag => o.Tags.Contains(tag, StringComparer.Ordinal)));
        Narrow(query.Sources.Length > 0, o => query.Sources.Any(s => o.Sources.Contains(s, StringComparer.Ordinal)));
        Narrow(!query.Created.IsOpen, o => query.Created.Contains(o.CreatedAt));
        Narrow(!query.Updated.IsOpen, o => query.Updated.Contains(o.UpdatedAt));
        Narrow(!query.Advanced.IsOpen, o => query.Advanced.Contains(o.LastAdvancedAt));
        Narrow(!query.ArchivedAt.IsOpen, o => query.ArchivedAt.Contains(o.Archived?.At));
    }

    public bool Matches(Opportunity opportunity)
    {
        foreach (var test in _tests)
        {
            if (!test(opportunity))
            {
                return false;
            }
        }

        return true;
    }

    private void Narrow(bool isAsked, Func<Opportunity, bool> test)
    {
        if (isAsked)
        {
            _tests.Add(test);
        }
    }

    private void Narrow(ImmutableArray<string> values, Func<Opportunity, string?> valueOf) =>
        Narrow(values.Length > 0, o => valueOf(o) is { } value && values.Contains(value, StringComparer.Ordinal));
}
