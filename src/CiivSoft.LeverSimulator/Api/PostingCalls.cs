using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

internal static class PostingCalls
{
    private static readonly string[] OtherFilters =
    [
        "state",
        "distributionChannel",
        "group",
        "team",
        "department",
        "location",
        "commitment",
        "level",
        "tag",
    ];

    public static Answer Get(Call call)
    {
        var posting = call.FindPosting(call["posting"]);
        return Answer.Data(json => PostingFields.Write(json, call.World.Account, posting, call.Fields));
    }

    public static Answer List(Call call)
    {
        var isConfidential = call.GetConfidentialityFilter();
        var postings = call
            .World.Account.Postings.Where(posting => isConfidential is null || posting.IsConfidential == isConfidential)
            .Where(ReadFilter(call.Query));
        return Paging.NewestFirst(
            call.Query,
            postings,
            posting => posting.CreatedAt,
            posting => posting.Id,
            (json, posting) => PostingFields.Write(json, call.World.Account, posting, call.Fields)
        );
    }

    public static Answer Create(Call call)
    {
        if (call.Body.GetText("confidentiality") is "confidential")
        {
            throw call.Body.Refuse("A confidential posting cannot be created through the API", "confidentiality");
        }

        var made = PostingBody.Apply(
            call.Body,
            new Posting
            {
                Id = call.World.Ids.NextId(),
                Text = call.Body.RequireText("text"),
                State = PostingStates.Draft,
                UserId = call.UserId,
                OwnerId = call.UserId,
                Followers = call.UserId is { } user ? [user] : [],
                CreatedAt = call.Now,
                UpdatedAt = call.Now,
            }
        );
        return Save(call, made, 201);
    }

    public static Answer Update(Call call)
    {
        var posting = call.FindPosting(call["posting"]);
        var changed = PostingBody.Apply(call.Body, posting);
        return Save(call, changed == posting ? posting : changed with { UpdatedAt = call.Now }, 200);
    }

    /// <summary>The questions of the posting's form.</summary>
    public static Answer GetQuestions(Call call)
    {
        var posting = FindOpen(call);
        return Answer.Data(json =>
        {
            json.WriteStartObject();
            json.WriteString("text", posting.Text);
            json.WritePropertyName("customQuestions");
            if (posting.Content.CustomQuestions is { } questions)
            {
                questions.WriteTo(json);
            }
            else
            {
                json.WriteTexts([]);
            }

            json.WritePropertyName("personalInformation");
            json.WriteItems(
                [
                    ("name", true),
                    ("email", true),
                    ("phone", false),
                    ("org", false),
                    ("resume", false),
                    ("comments", false),
                ],
                static (json, question) =>
                {
                    json.WriteStartObject();
                    json.WriteString("name", question.Item1);
                    json.WriteBoolean("required", question.Item2);
                    json.WriteEndObject();
                }
            );
            json.WriteEndObject();
        });
    }

    public static Answer Apply(Call call)
    {
        var applicant = ApplyBody.Read(call);
        var (number, effects) = OpportunityCreation.Apply(call.World, FindOpen(call), applicant);
        call.Effects.AddRange(effects);
        var view = new OpportunityView(call.World, number, call.World.GetOpportunity(number));
        return Answer.Data(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("applicationId", view.Details.Application?.Id);
                json.WriteEndObject();
            },
            201
        );
    }

    private static Posting FindOpen(Call call)
    {
        var posting = call.FindPosting(call["posting"]);
        return posting.IsOpen ? posting : throw RefusedException.BadRequest("The posting does not take applications");
    }

    private static Answer Save(Call call, Posting posting, int status)
    {
        call.Record(PostingChanges.Put(call.World, posting));
        return Answer.Data(json => PostingFields.Write(json, call.World.Account, posting, call.Fields), status);
    }

    private static Func<Posting, bool> ReadFilter(QueryValues query)
    {
        var updated = query.GetRange("updated_at");
        if (!updated.IsOpen && query.Names.Intersect(OtherFilters).FirstOrDefault() is { } other)
        {
            throw RefusedException.BadRequest($"updated_at cannot be combined with {other}");
        }

        var states = query.GetAllOf("state", PostingStates.All.AsSpan());
        var channels = query.GetAllOf("distributionChannel", "public", "internal");
        query.GetAllOf("group", "location", "team", "department", "commitment");

        // Published postings that stand on no public page are left out, unless the channels are asked for.
        bool IsShown(Posting posting) =>
            states.Length == 0
            || channels.Length > 0
            || posting.State != PostingStates.Published
            || posting.DistributionChannels.Contains("public");
        bool IsIn(string name, string? value) =>
            query.GetAll(name) is not { Length: > 0 } values || (value is not null && values.Contains(value));
        return posting =>
            updated.Contains(posting.UpdatedAt)
            && IsIn("state", posting.State)
            && IsShown(posting)
            && (channels.Length == 0 || posting.DistributionChannels.Intersect(channels).Any())
            && IsIn("team", posting.Categories.Team)
            && IsIn("department", posting.Categories.Department)
            && IsIn("location", posting.Categories.Location)
            && IsIn("commitment", posting.Categories.Commitment)
            && IsIn("level", posting.Categories.Level)
            && (query.GetAll("tag") is not { Length: > 0 } tags || posting.Tags.Intersect(tags).Any());
    }
}
