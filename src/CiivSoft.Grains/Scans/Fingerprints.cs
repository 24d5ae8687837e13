using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Scans;

/// <summary>
/// Lever does not say when a résumé is added. What shows is <c>updatedAt</c>, which moves for many other reasons, and the headline,
/// which Lever takes from the résumé. So a change that nothing else on the opportunity explains may be a résumé, and is worth one
/// look; a change of stage, tags, owner and the like is not.
/// </summary>
internal static class Fingerprints
{
    private const int Bytes = 8;

    /// <summary>Of everything Lever shows but times and headline.</summary>
    public static string Of(LeverOpportunity opportunity)
    {
        var application = opportunity.Applications.Count > 0 ? opportunity.Applications[0] : null;
        var parts = new StringBuilder()
            .AppendJoin(
                '\u001f',
                opportunity.Name,
                opportunity.StageId,
                opportunity.Confidentiality,
                opportunity.Location
            )
            .Append('\u001f')
            .AppendJoin(
                '\u001f',
                opportunity.Origin,
                opportunity.OwnerId,
                opportunity.SourcedById,
                application?.PostingId
            )
            .Append('\u001f')
            .AppendJoin('\u001f', application?.Id, opportunity.Archived?.ReasonId, opportunity.OpportunityLocation)
            .Append('\u001f')
            .Append(opportunity.Archived is not null)
            .Append(opportunity.IsAnonymized)
            .Append(opportunity.SnoozedUntil?.ToUnixTimeMilliseconds())
            .Append(opportunity.StageChanges.Count)
            .Append('\u001f')
            .AppendJoin(
                '\u001f',
                Consent(opportunity.DataProtection?.Store),
                Consent(opportunity.DataProtection?.Contact)
            );
        foreach (
            var list in (IReadOnlyList<string>[])
                [opportunity.Tags, opportunity.Sources, opportunity.Emails, opportunity.Links]
        )
        {
            parts.Append('\u001e').AppendJoin('\u001f', list);
        }

        parts.Append('\u001e').AppendJoin('\u001f', opportunity.Phones.Select(p => p.Value));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString()));
        return Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }

    private static string Consent(LeverConsent? consent) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{consent?.Allowed}/{consent?.ExpiresAt?.ToUnixTimeMilliseconds()}"
        );

    /// <summary>Whether there may be a new résumé on an opportunity since it was seen last.</summary>
    public static bool HintAtResume(OpportunityRow old, OpportunityRow seen) =>
        seen.LeadOf is null
        && old.Fingerprint is not null
        && seen.Fingerprint == old.Fingerprint
        && seen.UpdatedAtMs > (old.UpdatedAtMs ?? 0);
}
