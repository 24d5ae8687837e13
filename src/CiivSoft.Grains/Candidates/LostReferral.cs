using CiivSoft.Abstractions;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Candidates;

/// <summary>
/// A lead of REFiiNE that is in Lever and that this database does not know: it was lost, or restored from before. An
/// application that is decided anew is not referred to a second posting beside it.
/// </summary>
internal static class LostReferral
{
    /// <summary>The posting that the application's person was referred to since the application came; null when there is none.</summary>
    public static string? Find(OpportunityRow application, PersonSnapshot person) =>
        person
            .Opportunities.Where(o =>
                o is { LeadOf: Solution.Refiine, PostingId: not null }
                && o.ContactId == application.ContactId
                && o.CreatedAtMs >= application.CreatedAtMs
                && !person.Leads.Any(l => l.PostingId == o.PostingId && l.ContactId == o.ContactId)
            )
            .OrderBy(o => o.CreatedAtMs)
            .ThenBy(o => o.OpportunityId, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.PostingId;
}
