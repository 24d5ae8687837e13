using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Changes;

/// <summary>What a request or an act changed, for whoever checks afterwards. Names and texts of people are not in it.</summary>
/// <param name="Kind">Of <see cref="EffectKinds"/>.</param>
internal sealed record Effect(string Kind)
{
    public string? OpportunityId { get; init; }

    public string? ContactId { get; init; }

    public string? PostingId { get; init; }

    public string? NoteId { get; init; }

    /// <summary>The id of anything else that was made, changed or deleted: a file, a user, a requisition.</summary>
    public string? RecordId { get; init; }

    /// <summary>The stage or state before.</summary>
    public string? From { get; init; }

    /// <summary>The stage or state after; the reason of an archiving.</summary>
    public string? To { get; init; }

    /// <summary>The tags, sources or links that came or went.</summary>
    public ImmutableArray<string> Values { get; init; } = [];
}
