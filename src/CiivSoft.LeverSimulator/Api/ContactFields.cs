using System.Text.Json;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

internal static class ContactFields
{
    private static readonly Field<Contact>[] Common =
    [
        new("id", (json, contact) => json.WriteStringValue(contact.Id.ToString())),
        new("name", (json, contact) => json.WriteStringValue(contact.Name)),
        new("headline", (json, contact) => json.WriteStringValue(contact.Headline)),
        new("location", WriteLocation),
        new("emails", (json, contact) => json.WriteTexts(contact.Emails)),
        new("phones", (json, contact) => json.WriteItems(contact.Phones, OpportunityFields.WritePhone)),
    ];

    private static readonly FieldTable<Contact> Whole = new([
        .. Common,
        new("isAnonymized", (json, contact) => json.WriteBooleanValue(contact.IsAnonymized)),
        new("dataProtection", (json, _) => WriteInterviewIntelligence(json)),
    ]);

    /// <summary>The update call answers without the last two.</summary>
    private static readonly FieldTable<Contact> Updated = new(Common);

    public static void Write(Utf8JsonWriter json, Contact contact, FieldSelection selection) =>
        Whole.Write(json, contact, selection);

    public static void WriteUpdated(Utf8JsonWriter json, Contact contact, FieldSelection selection) =>
        Updated.Write(json, contact, selection);

    private static void WriteLocation(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartObject();
        json.WriteString("name", contact.Location);
        json.WriteEndObject();
    }

    private static void WriteInterviewIntelligence(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        OpportunityFields.WriteConsent(json, "interviewIntelligence", new Consent(Allowed: true, ExpiresAt: null));
        json.WriteEndObject();
    }
}
