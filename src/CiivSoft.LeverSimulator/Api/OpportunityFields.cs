using System.Collections.Immutable;
using System.Text.Json;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

internal static class OpportunityFields
{
    private const string CandidatesUrl = "https://hire.lever.co/candidates";

    public static readonly FieldTable<OpportunityView> Table = new([
        .. Person(),
        .. Candidacy(),
        .. Times(),
        .. Ends(),
    ]);

    public static void Write(Utf8JsonWriter json, OpportunityView view, FieldSelection selection) =>
        Table.Write(json, view, selection);

    public static string Confidentiality(bool isConfidential) => isConfidential ? "confidential" : "non-confidential";

    public static void WriteDataProtection(Utf8JsonWriter json, DataProtection? protection)
    {
        if (protection is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        WriteConsent(json, "store", protection.Store);
        WriteConsent(json, "contact", protection.Contact);
        json.WriteEndObject();
    }

    public static void WriteConsent(Utf8JsonWriter json, string name, Consent consent)
    {
        json.WriteStartObject(name);
        json.WriteBoolean("allowed", consent.Allowed);
        json.WriteTimeOf("expiresAt", consent.ExpiresAt);
        json.WriteEndObject();
    }

    public static void WritePhone(Utf8JsonWriter json, Phone phone)
    {
        json.WriteStartObject();
        json.WriteString("type", phone.Type);
        json.WriteString("value", phone.Value);
        json.WriteEndObject();
    }

    private static IEnumerable<Field<OpportunityView>> Person() =>
        [
            new("id", (json, view) => json.WriteStringValue(view.Opportunity.Id.ToString())),
            new("name", (json, view) => json.WriteStringValue(view.HidesContact ? "" : view.Contact.Name)),
            new(
                "contact",
                (json, view) => json.WriteStringValue(view.Contact.Id.ToString()),
                (json, view) => ContactFields.Write(json, view.Contact, FieldSelection.All)
            ),
            new("headline", (json, view) => json.WriteStringValue(view.HidesContact ? "" : view.Contact.Headline)),
            new(
                "stage",
                (json, view) => json.WriteStringValue(view.Opportunity.StageId),
                (json, view) => AccountFields.WriteStage(json, view.Account, view.Opportunity.StageId)
            ),
            new(
                "confidentiality",
                (json, view) => json.WriteStringValue(Confidentiality(view.Opportunity.IsConfidential))
            ),
            new("location", (json, view) => json.WriteStringValue(view.HidesContact ? "" : view.Contact.Location)),
            new("phones", (json, view) => json.WriteItems(Shown(view, view.Contact.Phones), WritePhone)),
            new("emails", (json, view) => json.WriteTexts(Shown(view, view.Contact.Emails))),
            new("links", (json, view) => json.WriteTexts(Shown(view, view.Contact.Links))),
        ];

    private static IEnumerable<Field<OpportunityView>> Candidacy() =>
        [
            new("archived", (json, view) => WriteArchived(json, view.Opportunity.Archived)),
            new("tags", (json, view) => json.WriteTexts(view.Opportunity.Tags)),
            new("sources", (json, view) => json.WriteTexts(view.Opportunity.Sources)),
            new("stageChanges", (json, view) => json.WriteItems(view.Details.StageChanges, WriteStageChange)),
            new("origin", (json, view) => json.WriteStringValue(view.Opportunity.Origin)),
            new(
                "sourcedBy",
                (json, view) => json.WriteStringValue(view.Opportunity.SourcedBy),
                (json, view) => AccountFields.WriteUser(json, view.Account, view.Opportunity.SourcedBy)
            ),
            new(
                "owner",
                (json, view) => json.WriteStringValue(view.Opportunity.OwnerId),
                (json, view) => AccountFields.WriteUser(json, view.Account, view.Opportunity.OwnerId)
            ),
            new(
                "followers",
                (json, view) => json.WriteTexts(view.Details.Followers),
                (json, view) =>
                    json.WriteItems(
                        view.Details.Followers,
                        (json, follower) => AccountFields.WriteUser(json, view.Account, follower)
                    )
            ),
            new(
                "applications",
                (json, view) => json.WriteTexts(Applications(view).Select(application => application.Id)),
                (json, view) => ApplicationFields.WriteAll(json, view, FieldSelection.All)
            ),
        ];

    private static IEnumerable<Field<OpportunityView>> Times() =>
        [
            new("createdAt", (json, view) => json.WriteNumberValue(view.Opportunity.CreatedAt)),
            new("updatedAt", (json, view) => json.WriteNumberValue(view.Opportunity.UpdatedAt)),
            new("lastInteractionAt", (json, view) => json.WriteNumberValue(view.Opportunity.LastInteractionAt)),
            new("lastAdvancedAt", (json, view) => json.WriteNumberValue(view.Opportunity.LastAdvancedAt)),
            new("snoozedUntil", (json, view) => json.WriteTime(view.Opportunity.SnoozedUntil)),
        ];

    private static IEnumerable<Field<OpportunityView>> Ends() =>
        [
            new("urls", WriteUrls),
            new("isAnonymized", (json, view) => json.WriteBooleanValue(view.Opportunity.IsAnonymized)),
            new("dataProtection", (json, view) => WriteDataProtection(json, view.Contact.DataProtection)),
            new(
                "opportunityLocation",
                (json, view) => json.WriteStringValue(LocationOf(view)),
                IsPresent: view => !view.IsWriteAnswer && LocationOf(view) is not null
            ),
            new(
                "deletedBy",
                (json, view) => json.WriteStringValue(view.Deleted?.DeletedBy),
                IsPresent: view => view.Deleted is not null
            ),
            new(
                "deletedAt",
                (json, view) => json.WriteTime(view.Deleted?.DeletedAt),
                IsPresent: view => view.Deleted is not null
            ),
        ];

    private static ImmutableArray<T> Shown<T>(OpportunityView view, ImmutableArray<T> items) =>
        view.HidesContact ? [] : items;

    private static IEnumerable<Application> Applications(OpportunityView view) =>
        view.Details.Application is { } application ? [application] : [];

    private static string? LocationOf(OpportunityView view) =>
        view.Opportunity.PostingId is { } posting ? view.Account.FindPosting(posting)?.LocationText : null;

    private static void WriteUrls(Utf8JsonWriter json, OpportunityView view)
    {
        json.WriteStartObject();
        json.WriteString("list", CandidatesUrl);
        json.WriteString("show", $"{CandidatesUrl}/{view.Opportunity.Id}");
        json.WriteEndObject();
    }

    internal static void WriteArchived(Utf8JsonWriter json, Archived? archived)
    {
        if (archived is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("reason", archived.Reason);
        json.WriteNumber("archivedAt", archived.At);
        json.WriteEndObject();
    }

    private static void WriteStageChange(Utf8JsonWriter json, StageChange change)
    {
        json.WriteStartObject();
        json.WriteString("toStageId", change.ToStageId);
        json.WriteNumber("toStageIndex", change.ToStageIndex);
        json.WriteNumber("updatedAt", change.UpdatedAt);
        if (change.UserId is { } user)
        {
            json.WriteString("userId", user);
        }

        json.WriteEndObject();
    }
}
