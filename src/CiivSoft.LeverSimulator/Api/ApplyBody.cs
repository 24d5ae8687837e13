using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>What somebody fills in on a posting's form.</summary>
internal static class ApplyBody
{
    public static Applicant Read(Call call)
    {
        var body = call.Body;
        var answers = body.GetObjects("personalInformation");
        string? Answered(string name) =>
            answers.FirstOrDefault(answer => answer.GetText("name") == name)?.GetText("value");

        var name = Answered("name") ?? Answered("fullName");
        if (name is not { Length: > 0 })
        {
            throw body.Refuse("name is required", "personalInformation");
        }

        var origin = body.GetText("origin") ?? "applied";
        if (origin is not ("applied" or "internal"))
        {
            throw body.Refuse("origin must be one of: applied, internal", "origin");
        }

        return new Applicant
        {
            Origin = origin,
            Source = body.GetText("source") ?? "Job site",
            Company = Answered("org") ?? Answered("company"),
            Comments = Answered("comments") ?? Answered("additionalInformation"),
            CustomQuestions = body.GetRawArray("customQuestions"),
            Documents = Uploads.ReadDocuments(call),
            Contact = new Contact
            {
                Id = new EntityId(call.World.Ids.NextId()),
                Name = name,
                Headline = Answered("org") ?? Answered("company") ?? "",
                Location = Answered("location") ?? "",
                Emails = Answered("email") is { Length: > 0 } email ? [email] : [],
                Phones = Answered("phone") is { Length: > 0 } phone ? [new Phone("mobile", phone)] : [],
                Links = ReadLinks(body),
            },
        };
    }

    private static ImmutableArray<string> ReadLinks(BodyFields body) =>
        [.. ReadUrls(body).Select(ContactChanges.NormalizeLink).Where(link => link.Length > 0).Distinct()];

    // Forms send an object by name, some clients an array of {name, value}.
    private static IEnumerable<string> ReadUrls(BodyFields body)
    {
        if (body.Get("urls") is { ValueKind: System.Text.Json.JsonValueKind.Array })
        {
            return body.GetObjects("urls").Select(link => link.GetText("value") ?? "");
        }

        return body.GetObject("urls") is { } named
            ? named.Json.EnumerateObject().Select(link => named.GetText(link.Name) ?? "")
            : [];
    }
}
