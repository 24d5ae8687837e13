using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>The contact's fields in a body.</summary>
internal static class ContactBodies
{
    /// <summary>A contact with a new id.</summary>
    public static Contact Read(Call call) =>
        new()
        {
            Id = new EntityId(call.World.Ids.NextId()),
            Name = call.Body.GetText("name") ?? "",
            Headline = call.Body.GetText("headline") ?? "",
            Location = call.Body.GetText("location") ?? "",
            Emails =
            [
                .. call
                    .Body.GetTexts("emails")
                    .Select(email => email.Trim())
                    .Where(email => email.Length > 0)
                    .Distinct(),
            ],
            Phones = ReadPhones(call.Body),
            Links = [.. call.Body.GetTexts("links").Select(ContactChanges.NormalizeLink).Distinct()],
        };

    /// <summary>What is given and not there yet is added; the very contact when that is nothing.</summary>
    public static Contact AddTo(Contact contact, Contact posted)
    {
        ImmutableArray<string> emails = [.. posted.Emails.Except(contact.Emails, StringComparer.OrdinalIgnoreCase)];
        ImmutableArray<Phone> phones =
        [
            .. posted.Phones.ExceptBy(contact.Phones.Select(phone => phone.Value), phone => phone.Value),
        ];
        ImmutableArray<string> links = [.. posted.Links.Except(contact.Links)];
        return emails.Length + phones.Length + links.Length == 0
            ? contact
            : contact with
            {
                Emails = [.. contact.Emails, .. emails],
                Phones = [.. contact.Phones, .. phones],
                Links = [.. contact.Links, .. links],
            };
    }

    public static ImmutableArray<Phone> ReadPhones(BodyFields body) =>
        [.. body.GetObjects("phones").Select(phone => new Phone(phone.GetText("type"), phone.RequireText("value")))];

    public static Answer Get(Call call)
    {
        var (_, contact) = Find(call);
        return Answer.Data(json => ContactFields.Write(json, contact, call.Fields));
    }

    public static Answer Update(Call call)
    {
        var body = call.Body;
        var location = body.Get("location") is { ValueKind: System.Text.Json.JsonValueKind.Object }
            ? body.GetObject("location")?.GetText("name")
            : body.GetText("location");
        var (emails, phones) = (body.GetTexts("emails"), ReadPhones(body));
        var (number, contact) = Find(call);
        if (contact.IsAnonymized)
        {
            throw RefusedException.BadRequest("An anonymized contact cannot be updated");
        }

        var changed = contact with
        {
            Name = body.GetText("name") ?? contact.Name,
            Headline = body.GetText("headline") ?? contact.Headline,
            Location = location ?? contact.Location,
            Emails = body.Has("emails") ? emails : contact.Emails,
            Phones = body.Has("phones") ? phones : contact.Phones,
        };
        call.Record(ContactChanges.Replace(call.World, number, changed));
        return Answer.Data(json => ContactFields.WriteUpdated(json, changed, call.Fields));
    }

    private static (int Number, Contact Contact) Find(Call call) =>
        call.World.FindContact(call["contact"]) is { } number
            ? (number, call.World.GetContact(number))
            : throw RefusedException.NotFound("contact was not found");
}
