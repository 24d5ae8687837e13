using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Effects;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Scans;

/// <summary>Lever's opportunity → what we keep of it and of its person. A record that decides nothing useful maps to null.</summary>
internal static class OpportunityMapping
{
    public const string OptOutTag = "CiiVSOFT opt-out";
    public const string NotUsefulTag = "CiiVSOFT not useful";

    /// <summary>Null when Lever did not say whose opportunity it is or where it stands: nothing may be done with it.</summary>
    public static OpportunityRow? ToRow(LeverOpportunity opportunity, DateTimeOffset now)
    {
        if (opportunity.ContactId is not { } contactId || opportunity.StageId is not { } stageId)
        {
            return null;
        }

        var application = opportunity.Applications.Count > 0 ? opportunity.Applications[0] : null;
        var consents = new[] { opportunity.DataProtection?.Store, opportunity.DataProtection?.Contact };
        return new OpportunityRow
        {
            OpportunityId = opportunity.Id,
            ContactId = contactId,
            PostingId = application?.PostingId,
            ApplicationId = application?.Id,
            StageId = stageId,
            Origin = opportunity.Origin,
            CreatedAtMs = Ms(opportunity.CreatedAt) ?? Ms(opportunity.LastInteractionAt) ?? 0,
            UpdatedAtMs = Ms(opportunity.UpdatedAt),
            LastAdvancedAtMs = Ms(opportunity.LastAdvancedAt),
            ArchivedAtMs = opportunity.Archived is { } archived ? Ms(archived.ArchivedAt) ?? 0 : null,
            ArchiveReasonId = opportunity.Archived?.ReasonId,
            ReachedOffer = opportunity.StageChanges.Any(c => c.ToStageId == LeverStage.Offer),
            IsConfidential = opportunity.IsConfidential,
            IsAnonymized = opportunity.IsAnonymized,
            ConsentRefused = consents.Any(c => c is not null && !c.IsGivenAt(now)),
            ConsentEndsAtMs = consents.Select(c => Ms(c?.ExpiresAt)).Min(),
            HasOptedOut = opportunity.Tags.Contains(OptOutTag, StringComparer.OrdinalIgnoreCase),
            IsMarkedNotUseful = opportunity.Tags.Contains(NotUsefulTag, StringComparer.OrdinalIgnoreCase),
            LeadOf = SolutionOf(opportunity.Sources),
            Fingerprint = Fingerprints.Of(opportunity),
            DeletedAtMs = Ms(opportunity.DeletedAt),
        };
    }

    /// <summary>Nothing personal of somebody who must be erased: a list that shows them again must not bring it back.</summary>
    public static ContactRow ToContact(
        LeverOpportunity opportunity,
        OpportunityRow row,
        AccountKey account,
        PersonKeys keys
    ) =>
        row.MustBeErased()
            ? new ContactRow
            {
                ContactId = row.ContactId,
                PersonKey = row.ContactId,
                PersonJson = null,
            }
            : new ContactRow
            {
                ContactId = row.ContactId,
                PersonKey = CanonicalEmail(opportunity.Emails) is { } email
                    ? keys.KeyFor(account, email)
                    : row.ContactId,
                PersonJson = PersonJson.Write(opportunity),
                Country = Countries.Find(opportunity.Location),
            };

    /// <summary>Whether nothing personal may be kept of whose opportunity this is.</summary>
    public static bool MustBeErased(this OpportunityRow opportunity) =>
        opportunity.IsAnonymized || opportunity.ConsentRefused || opportunity.DeletedAtMs is not null;

    // The first in a fixed order, so that two contacts with the same addresses agree on it.
    private static string? CanonicalEmail(IEnumerable<string> emails) =>
        emails
            .Select(e => e.Trim().ToUpperInvariant())
            .Where(e => e.Contains('@', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();

    private static Solution? SolutionOf(IReadOnlyList<string> sources) =>
        sources.Contains(LeadSources.Arkiive, StringComparer.Ordinal) ? Solution.Arkiive
        : sources.Contains(LeadSources.Refiine, StringComparer.Ordinal) ? Solution.Refiine
        : null;

    private static long? Ms(DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds();
}
