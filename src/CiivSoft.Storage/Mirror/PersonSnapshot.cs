namespace CiivSoft.Storage.Mirror;

/// <summary>All that the eligibility gate asks about a person, over all of the person's duplicate contacts.</summary>
/// <param name="Contact">The contact asked for.</param>
/// <param name="Opportunities">Every opportunity, not deleted, of every contact with the same person key.</param>
/// <param name="Leads">Every lead effect of ours for any of those contacts, whatever its state but cancelled.</param>
public sealed record PersonSnapshot(
    ContactRow Contact,
    IReadOnlyList<OpportunityRow> Opportunities,
    IReadOnlyList<PlannedLead> Leads
);

/// <summary>A lead of ours, planned or made.</summary>
/// <param name="PostingId">The posting.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="PlannedAt">When it was planned.</param>
/// <param name="State">State of the effect.</param>
public sealed record PlannedLead(
    string PostingId,
    string ContactId,
    DateTimeOffset PlannedAt,
    Effects.EffectState State
)
{
    /// <summary>When what became of it was stored; null while that is open.</summary>
    public DateTimeOffset? SettledAt { get; init; }
}
