using System.Collections.Immutable;
using System.Text.Json;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

internal static class PostingFields
{
    private static readonly FieldTable<(AccountTables Account, Posting Posting)> Table = new([
        .. Role(),
        .. Text(),
        .. Rest(),
    ]);

    public static void Write(Utf8JsonWriter json, AccountTables account, Posting posting, FieldSelection selection) =>
        Table.Write(json, (account, posting), selection);

    /// <summary>The posting that an id stands for; the id itself when there is none.</summary>
    public static void WriteExpanded(Utf8JsonWriter json, AccountTables account, string id)
    {
        if (account.FindPosting(id) is { } posting)
        {
            Write(json, account, posting, FieldSelection.All);
        }
        else
        {
            json.WriteStringValue(id);
        }
    }

    private static IEnumerable<Field<(AccountTables Account, Posting Posting)>> Role() =>
        [
            new("id", (json, item) => json.WriteStringValue(item.Posting.Id)),
            new("text", (json, item) => json.WriteStringValue(item.Posting.Text)),
            new("state", (json, item) => json.WriteStringValue(item.Posting.State)),
            new("distributionChannels", (json, item) => WriteChannels(json, item.Posting)),
            User("user", posting => posting.UserId),
            User("owner", posting => posting.OwnerId),
            User("hiringManager", posting => posting.HiringManagerId),
            new("categories", (json, item) => WriteCategories(json, item.Posting.Categories)),
            new("tags", (json, item) => json.WriteTexts(item.Posting.Tags)),
        ];

    private static IEnumerable<Field<(AccountTables Account, Posting Posting)>> Text() =>
        [
            new("content", (json, item) => WriteContent(json, item.Posting.Content)),
            new("country", (json, item) => json.WriteStringValue(item.Posting.Country)),
            new(
                "followers",
                (json, item) => json.WriteTexts(item.Posting.Followers),
                (json, item) =>
                    json.WriteItems(
                        item.Posting.Followers,
                        (json, follower) => AccountFields.WriteUser(json, item.Account, follower)
                    )
            ),
            new("reqCode", (json, item) => json.WriteStringValue(item.Posting.ReqCode)),
            new("requisitionCodes", (json, item) => json.WriteTexts(item.Posting.RequisitionCodes)),
            new("urls", (json, item) => WriteUrls(json, item.Posting)),
        ];

    private static IEnumerable<Field<(AccountTables Account, Posting Posting)>> Rest() =>
        [
            new(
                "confidentiality",
                (json, item) => json.WriteStringValue(OpportunityFields.Confidentiality(item.Posting.IsConfidential))
            ),
            new("createdAt", (json, item) => json.WriteNumberValue(item.Posting.CreatedAt)),
            new("updatedAt", (json, item) => json.WriteNumberValue(item.Posting.UpdatedAt)),
            new("workplaceType", (json, item) => json.WriteStringValue(item.Posting.WorkplaceType)),
            new(
                "salaryRange",
                (json, item) => WriteSalary(json, item.Posting.SalaryRange),
                IsPresent: item => item.Posting.SalaryRange is not null
            ),
            new(
                "salaryDescription",
                (json, item) => json.WriteStringValue(item.Posting.SalaryDescription),
                IsPresent: item => item.Posting.SalaryDescription is not null
            ),
            new(
                "salaryDescriptionHtml",
                (json, item) => json.WriteStringValue(item.Posting.SalaryDescriptionHtml),
                IsPresent: item => item.Posting.SalaryDescriptionHtml is not null
            ),
            new("transcribeInterviews", (json, _) => json.WriteBooleanValue(value: false)),
            new("screening", (json, _) => WriteScreening(json)),
        ];

    private static Field<(AccountTables Account, Posting Posting)> User(string name, Func<Posting, string?> idOf) =>
        new(
            name,
            (json, item) => json.WriteStringValue(idOf(item.Posting)),
            (json, item) => AccountFields.WriteUser(json, item.Account, idOf(item.Posting))
        );

    private static void WriteChannels(Utf8JsonWriter json, Posting posting)
    {
        if (posting.State == PostingStates.Published)
        {
            json.WriteTexts(posting.DistributionChannels);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteCategories(Utf8JsonWriter json, PostingCategories categories)
    {
        json.WriteStartObject();
        json.WriteString("commitment", categories.Commitment);
        json.WriteString("department", categories.Department);
        json.WriteString("level", categories.Level);
        json.WriteString("location", categories.Location);
        json.WriteString("team", categories.Team);
        ImmutableArray<string> single = categories.Location is { } location ? [location] : [];
        json.WriteTextsOf("allLocations", categories.AllLocations is { Length: > 0 } all ? all : single);
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, PostingContent content)
    {
        json.WriteStartObject();
        json.WriteString("description", content.Description);
        json.WriteString("descriptionHtml", content.DescriptionHtml);
        json.WritePropertyName("lists");
        json.WriteItems(
            content.Lists,
            static (json, list) =>
            {
                json.WriteStartObject();
                json.WriteString("text", list.Text);
                json.WriteString("content", list.Content);
                json.WriteEndObject();
            }
        );
        json.WriteString("closing", content.Closing);
        json.WriteString("closingHtml", content.ClosingHtml);
        if (content.CustomQuestions is { } questions)
        {
            json.WritePropertyName("customQuestions");
            questions.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteUrls(Utf8JsonWriter json, Posting posting)
    {
        if (!posting.IsOpen)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("list", "https://jobs.lever.co/acme");
        json.WriteString("show", $"https://jobs.lever.co/acme/{posting.Id}");
        json.WriteString("apply", $"https://jobs.lever.co/acme/{posting.Id}/apply");
        json.WriteEndObject();
    }

    private static void WriteSalary(Utf8JsonWriter json, SalaryRange? salary)
    {
        if (salary is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("min", salary.Min);
        json.WriteNumber("max", salary.Max);
        json.WriteString("currency", salary.Currency);
        json.WriteString("interval", salary.Interval);
        json.WriteEndObject();
    }

    private static void WriteScreening(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("enabled", value: false);
        json.WriteEndObject();
    }
}
