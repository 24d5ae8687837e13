using System.Globalization;
using System.Text.Json;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Worlds;

/// <summary>Reads postings and people as worlds in files and the administration describe them: what is missing gets a sensible default.</summary>
internal static class SeedReader
{
    public static Posting ReadPosting(SimulatedWorld world, BodyFields body)
    {
        var createdAt = ReadTime(body, "createdAt") ?? world.Clock.Now;
        var categories = body.GetObject("categories");
        return new Posting
        {
            Id = body.GetText("id") ?? world.Ids.NextId(),
            Text = body.RequireText("text"),
            State = body.GetText("state") ?? PostingStates.Published,
            DistributionChannels = body.Has("distributionChannels")
                ? body.GetTexts("distributionChannels")
                : ["internal", "public"],
            UserId = body.GetText("user") ?? WorldDefaults.RecruiterUserId,
            OwnerId = body.GetText("owner") ?? WorldDefaults.RecruiterUserId,
            HiringManagerId = body.GetText("hiringManager"),
            Categories = new PostingCategories
            {
                Team = categories?.GetText("team"),
                Department = categories?.GetText("department"),
                Location = categories?.GetText("location"),
                AllLocations = categories?.GetTexts("allLocations") ?? [],
                Commitment = categories?.GetText("commitment"),
                Level = categories?.GetText("level"),
            },
            Tags = body.GetTexts("tags"),
            Content = ReadContent(body),
            Country = body.GetText("country"),
            Followers = body.Has("followers") ? body.GetTexts("followers") : [WorldDefaults.RecruiterUserId],
            ReqCode = body.GetText("reqCode"),
            RequisitionCodes = body.GetTexts("requisitionCodes"),
            IsConfidential = ReadConfidential(body),
            CreatedAt = createdAt,
            UpdatedAt = ReadTime(body, "updatedAt") ?? createdAt,
            WorkplaceType = body.GetText("workplaceType") ?? "unspecified",
            SalaryDescription = body.GetText("salaryDescription"),
            SalaryDescriptionHtml = body.GetText("salaryDescriptionHtml"),
        };
    }

    public static Contact ReadContact(SimulatedWorld world, BodyFields body, string idField) =>
        new()
        {
            Id = new EntityId(body.GetText(idField) ?? world.Ids.NextId()),
            Name = body.GetText("name") ?? "",
            Headline = body.GetText("headline") ?? "",
            Location = body.GetText("location") ?? "",
            Emails = body.GetText("email") is { } email && !body.Has("emails") ? [email] : body.GetTexts("emails"),
            Phones = ContactBodies.ReadPhones(body),
            Links = [.. body.GetTexts("links").Select(ContactChanges.NormalizeLink)],
            IsAnonymized = body.GetFlag("isAnonymized") ?? false,
            DataProtection = body.GetObject("dataProtection") is { } protection
                ? new DataProtection(ReadConsent(protection, "store"), ReadConsent(protection, "contact"))
                : null,
        };

    /// <summary>Milliseconds, as a number or a text, or an ISO 8601 time.</summary>
    public static long? ReadTime(BodyFields body, string name) =>
        body.Get(name) is { ValueKind: JsonValueKind.String }
        && DateTimeOffset.TryParse(
            body.GetText(name),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time.ToUnixTimeMilliseconds()
            : body.GetNumber(name);

    public static bool ReadConfidential(BodyFields body) =>
        body.GetText("confidentiality") is "confidential" || body.GetFlag("confidential") == true;

    /// <summary>A stage by its id or its text.</summary>
    public static Stage ReadStage(SimulatedWorld world, BodyFields body, string otherwise)
    {
        var wanted = body.GetText("stage") ?? otherwise;
        return world.Account.FindStage(wanted)
            ?? world.Account.Stages.FirstOrDefault(stage =>
                stage.Text.Equals(wanted, StringComparison.OrdinalIgnoreCase)
            )
            ?? throw body.Refuse("There is no such stage", "stage");
    }

    /// <summary>An archive reason by its id or its text; null for the first one that is no hire.</summary>
    public static ArchiveReason ReadReason(SimulatedWorld world, BodyFields body, string name)
    {
        var wanted = body.GetText(name);
        return world.Account.ArchiveReasons.FirstOrDefault(reason =>
                wanted is null
                    ? !reason.IsHired
                    : reason.Id == wanted || reason.Text.Equals(wanted, StringComparison.OrdinalIgnoreCase)
            ) ?? throw body.Refuse("There is no such archive reason", name);
    }

    private static PostingContent ReadContent(BodyFields body)
    {
        if (body.Get("content") is { ValueKind: JsonValueKind.String })
        {
            return CreateContent(body.GetText("content") ?? "", html: null);
        }

        if (body.GetObject("content") is not { } content)
        {
            return CreateContent(body.GetText("description") ?? "", body.GetText("descriptionHtml"));
        }

        return CreateContent(content.GetText("description"), content.GetText("descriptionHtml")) with
        {
            Lists =
            [
                .. content
                    .GetObjects("lists")
                    .Select(list => new PostingList(list.GetText("text") ?? "", list.GetText("content") ?? "")),
            ],
            Closing = content.GetText("closing") ?? HtmlText.Strip(content.GetText("closingHtml") ?? ""),
            ClosingHtml = content.GetText("closingHtml") ?? ToHtml(content.GetText("closing") ?? ""),
            CustomQuestions = content.GetRawArray("customQuestions"),
        };
    }

    private static PostingContent CreateContent(string? text, string? html) =>
        new() { Description = text ?? HtmlText.Strip(html ?? ""), DescriptionHtml = html ?? ToHtml(text ?? "") };

    private static string ToHtml(string text) =>
        string.Concat(text.Split('\n').Select(line => $"<div>{System.Net.WebUtility.HtmlEncode(line)}</div>"));

    private static Consent ReadConsent(BodyFields protection, string name) =>
        protection.GetObject(name) is { } consent
            ? new Consent(consent.GetFlag("allowed") ?? true, ReadTime(consent, "expiresAt"))
            : new Consent(Allowed: true, ExpiresAt: null);
}
