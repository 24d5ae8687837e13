using System.Text.Json;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

internal static class ApplicationFields
{
    private static readonly FieldTable<(OpportunityView View, Application Application)> Table = new([
        .. Posting(),
        .. Applicant(),
        .. State(),
    ]);

    public static void Write(
        Utf8JsonWriter json,
        OpportunityView view,
        Application application,
        FieldSelection selection
    ) => Table.Write(json, (view, application), selection);

    /// <summary>An array of none or one.</summary>
    public static void WriteAll(Utf8JsonWriter json, OpportunityView view, FieldSelection selection)
    {
        json.WriteStartArray();
        if (view.Details.Application is { } application)
        {
            Write(json, view, application, selection);
        }

        json.WriteEndArray();
    }

    private static IEnumerable<Field<(OpportunityView View, Application Application)>> Posting() =>
        [
            new("id", (json, item) => json.WriteStringValue(item.Application.Id)),
            new("type", (json, item) => json.WriteStringValue(item.Application.Type)),
            new("candidateId", (json, item) => json.WriteStringValue(item.View.Opportunity.Id.ToString())),
            new("opportunityId", (json, item) => json.WriteStringValue(item.View.Opportunity.Id.ToString())),
            new(
                "posting",
                (json, item) => json.WriteStringValue(item.Application.PostingId),
                (json, item) => PostingFields.WriteExpanded(json, item.View.Account, item.Application.PostingId)
            ),
            new(
                "postingHiringManager",
                (json, item) => json.WriteStringValue(item.Application.PostingHiringManager),
                (json, item) => AccountFields.WriteUser(json, item.View.Account, item.Application.PostingHiringManager)
            ),
            new(
                "postingOwner",
                (json, item) => json.WriteStringValue(item.Application.PostingOwner),
                (json, item) => AccountFields.WriteUser(json, item.View.Account, item.Application.PostingOwner)
            ),
        ];

    private static IEnumerable<Field<(OpportunityView View, Application Application)>> Applicant() =>
        [
            new("name", (json, item) => json.WriteStringValue(item.Application.Name)),
            new("company", (json, item) => json.WriteStringValue(item.Application.Company)),
            new("phone", (json, item) => WritePhone(json, item.Application.Phone)),
            new("email", (json, item) => json.WriteStringValue(item.Application.Email)),
            new("links", (json, item) => json.WriteTexts(item.Application.Links)),
            new("comments", (json, item) => json.WriteStringValue(item.Application.Comments)),
            new(
                "user",
                (json, item) => json.WriteStringValue(item.Application.UserId),
                (json, item) => AccountFields.WriteUser(json, item.View.Account, item.Application.UserId)
            ),
            new("customQuestions", (json, item) => WriteQuestions(json, item.Application.CustomQuestions)),
        ];

    private static IEnumerable<Field<(OpportunityView View, Application Application)>> State() =>
        [
            new("createdAt", (json, item) => json.WriteNumberValue(item.Application.CreatedAt)),
            new("archived", (json, item) => OpportunityFields.WriteArchived(json, item.View.Opportunity.Archived)),
            new("requisitionForHire", (json, item) => json.WriteElement(item.Application.RequisitionForHire)),
            new("ipAddress", (json, _) => json.WriteNullValue()),
            new("referer", (json, _) => json.WriteNullValue()),
            new("userAgent", (json, _) => json.WriteNullValue()),
            new("acceptLanguage", (json, _) => json.WriteNullValue()),
            new("timezone", (json, _) => json.WriteNullValue()),
        ];

    private static void WritePhone(Utf8JsonWriter json, Phone? phone)
    {
        if (phone is null)
        {
            json.WriteNullValue();
        }
        else
        {
            OpportunityFields.WritePhone(json, phone);
        }
    }

    private static void WriteQuestions(Utf8JsonWriter json, JsonElement? questions)
    {
        if (questions is { } value)
        {
            value.WriteTo(json);
        }
        else
        {
            json.WriteStartArray();
            json.WriteEndArray();
        }
    }
}
