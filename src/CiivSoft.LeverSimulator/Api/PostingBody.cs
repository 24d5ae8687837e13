using System.Collections.Immutable;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>A posting's fields in a body: only what is sent changes.</summary>
internal static class PostingBody
{
    private static readonly ImmutableArray<string> WorkplaceTypes = ["unspecified", "onsite", "remote", "hybrid"];

    public static Posting Apply(BodyFields body, Posting posting)
    {
        var changed = posting with
        {
            Text = body.Has("text") ? body.RequireText("text") : posting.Text,
            State = ReadOneOf(body, "state", PostingStates.All) ?? posting.State,
            DistributionChannels = body.Has("distributionChannels") ? ReadChannels(body) : posting.DistributionChannels,
            Tags = body.Has("tags") ? body.GetTexts("tags") : posting.Tags,
            Categories = body.GetObject("categories") is { } categories
                ? Apply(categories, posting.Categories)
                : posting.Categories,
            Content = body.GetObject("content") is { } content ? Apply(content, posting.Content) : posting.Content,
            WorkplaceType = ReadWorkplace(body, posting),
            RequisitionCodes = body.Has("requisitionCodes")
                ? body.GetTexts("requisitionCodes")
                : posting.RequisitionCodes,
            Country = body.GetText("country") ?? posting.Country,
            OwnerId = body.GetText("owner") ?? posting.OwnerId,
            HiringManagerId = body.GetText("hiringManager") ?? posting.HiringManagerId,
            SalaryDescriptionHtml = body.GetText("salaryDescriptionHtml") ?? posting.SalaryDescriptionHtml,
            SalaryDescription = body.GetText("salaryDescriptionHtml") is { } html
                ? HtmlText.Strip(html)
                : posting.SalaryDescription,
            SalaryRange = body.GetObject("salaryRange") is { } salary ? ReadSalary(salary) : posting.SalaryRange,
        };
        return changed.Text.Length > 0 ? changed : throw body.Refuse("text is required", "text");
    }

    private static PostingCategories Apply(BodyFields body, PostingCategories categories) =>
        categories with
        {
            Team = body.Has("team") ? body.GetText("team") : categories.Team,
            Department = body.Has("department") ? body.GetText("department") : categories.Department,
            Location = body.Has("location") ? body.GetText("location") : categories.Location,
            AllLocations = body.Has("allLocations") ? body.GetTexts("allLocations") : categories.AllLocations,
            Commitment = body.Has("commitment") ? body.GetText("commitment") : categories.Commitment,
            Level = body.Has("level") ? body.GetText("level") : categories.Level,
        };

    private static PostingContent Apply(BodyFields body, PostingContent content)
    {
        var description = body.GetText("descriptionHtml");
        var closing = body.GetText("closingHtml");
        var lists = body.GetObjects("lists");
        foreach (
            var (html, name) in (ReadOnlySpan<(string?, string)>)
                [(description, "descriptionHtml"), (closing, "closingHtml")]
        )
        {
            if (html is not null && HtmlText.FindForbiddenTag(html, isList: false) is { } tag)
            {
                throw body.Refuse($"The HTML tag {tag} is not supported", name);
            }
        }

        return content with
        {
            DescriptionHtml = description ?? body.GetText("description") ?? content.DescriptionHtml,
            Description =
                body.GetText("description")
                ?? (description is null ? content.Description : HtmlText.Strip(description)),
            ClosingHtml = closing ?? body.GetText("closing") ?? content.ClosingHtml,
            Closing = body.GetText("closing") ?? (closing is null ? content.Closing : HtmlText.Strip(closing)),
            Lists = body.Has("lists") ? [.. lists.Select(ReadList)] : content.Lists,
            CustomQuestions = body.GetRawArray("customQuestions") ?? content.CustomQuestions,
        };
    }

    private static PostingList ReadList(BodyFields list)
    {
        var content = list.GetText("content") ?? "";
        return HtmlText.FindForbiddenTag(content, isList: true) is { } tag
            ? throw list.Refuse($"The HTML tag {tag} is not supported", "content")
            : new PostingList(list.GetText("text") ?? "", content);
    }

    private static ImmutableArray<string> ReadChannels(BodyFields body)
    {
        var channels = body.GetTexts("distributionChannels");
        return channels.All(channel => channel is "public" or "internal")
            ? channels
            : throw body.Refuse("distributionChannels must be public or internal", "distributionChannels");
    }

    private static string ReadWorkplace(BodyFields body, Posting posting)
    {
        var type = ReadOneOf(body, "workplaceType", WorkplaceTypes) ?? posting.WorkplaceType;
        return type == "unspecified" && posting.WorkplaceType != "unspecified"
            ? throw body.Refuse("workplaceType cannot be set back to unspecified", "workplaceType")
            : type;
    }

    private static string? ReadOneOf(BodyFields body, string name, ImmutableArray<string> allowed)
    {
        var value = body.GetText(name);
        return value is null || allowed.Contains(value)
            ? value
            : throw body.Refuse($"{name} must be one of: {string.Join(", ", allowed)}", name);
    }

    private static SalaryRange? ReadSalary(BodyFields salary)
    {
        if (!salary.Json.EnumerateObject().Any())
        {
            return null;
        }

        return salary.GetNumber("min") is { } min && salary.GetNumber("max") is { } max
            ? new SalaryRange(min, max, salary.RequireText("currency"), salary.RequireText("interval"))
            : throw salary.Refuse("salaryRange needs min, max, currency and interval", "min");
    }
}
