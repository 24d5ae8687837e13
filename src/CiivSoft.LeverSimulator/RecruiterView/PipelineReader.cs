using System.Collections.Immutable;
using System.Globalization;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>Reads pipelines out of the world, as lists show them. What is big is counted up to a limit.</summary>
internal sealed class PipelineReader(SimulatedWorld world)
{
    private const int CountLimit = 400;
    private const int CardsAColumn = 40;

    // Short, because sources have no index of their own: a big account would be walked from end to end.
    private const long LatestSpan = 3L * 24 * 60 * 60 * 1000;

    public PostingCounts Count(string postingId)
    {
        var active = Active(postingId, CountLimit);
        var byPipeline = active.ToLookup(opportunity => KindOf(opportunity.StageId));
        string Of(params string[] kinds) => Text(kinds.Sum(kind => byPipeline[kind].Count()), active.Count);
        var archived = List(new OpportunityQuery { ArchivedPostingIds = [postingId] }, CountLimit).Count;
        return new PostingCounts(
            Of("lead"),
            Of("applicant"),
            Of("screened"),
            Of("screen", "onsite", "offer", ""),
            Text(archived, archived)
        );
    }

    /// <summary>The leads in one column, one for every other stage of the account, then the archived.</summary>
    public IReadOnlyList<Column> Columns(string postingId)
    {
        var leads = world.Account.Stages.Where(stage => KindOf(stage.Id) == "lead").Select(stage => stage.Id);
        var columns = new List<Column> { CreateColumn("Leads", "lead", ListOn(postingId, [.. leads])) };
        foreach (var stage in world.Account.Stages.Where(stage => KindOf(stage.Id) != "lead"))
        {
            columns.Add(CreateColumn(stage.Text, KindOf(stage.Id), ListOn(postingId, [stage.Id])));
        }

        var archived = List(new OpportunityQuery { ArchivedPostingIds = [postingId] }, CountLimit);
        columns.Add(
            CreateColumn("Archived", "archived", [.. archived.OrderByDescending(row => row.Opportunity.Archived?.At)])
        );
        return columns;
    }

    /// <summary>Leads that the solutions made in the last days, newest first.</summary>
    public IReadOnlyList<Card> NewestLeads(int count) =>
        [
            .. List(
                    new OpportunityQuery
                    {
                        Sources = ["CiiVSOFT ARKiiVE", "CiiVSOFT REFiiNE"],
                        Created = new TimeRange(world.Clock.Now - LatestSpan, null),
                    },
                    CountLimit
                )
                .OrderByDescending(row => row.Opportunity.CreatedAt)
                .Take(count)
                .Select(CreateCard),
        ];

    public IReadOnlyList<Card> NewestScreened(int count) =>
        world.Account.Stages.FirstOrDefault(IsScreened) is { } screened
            ? [.. List(new OpportunityQuery { StageIds = [screened.Id], IsArchived = false }, count).Select(CreateCard)]
            : [];

    public Card CreateCard((int Number, Opportunity Opportunity) row)
    {
        var (number, opportunity) = row;
        return new Card(
            opportunity,
            world.GetContact(opportunity.ContactNumber),
            opportunity.PostingId is { } posting ? world.Account.FindPosting(posting) : null,
            world.GetDetails(number, opportunity).Notes.Length,
            opportunity.Archived is { } archived ? ReasonOf(archived) : null
        );
    }

    public string ReasonOf(Archived archived) =>
        world.Account.FindArchiveReason(archived.Reason)?.Text ?? archived.Reason;

    public string StageText(string stageId) => world.Account.FindStage(stageId)?.Text ?? stageId;

    /// <summary>The stage's pipeline; <c>screened</c> for FiiLTER's; empty for a stage that is gone.</summary>
    public string KindOf(string stageId) =>
        world.Account.FindStage(stageId) is not { } stage ? ""
        : IsScreened(stage) ? "screened"
        : stage.Pipeline;

    private static bool IsScreened(Stage stage) =>
        string.Equals(stage.Text, WorldDefaults.ScreenedStageText, StringComparison.OrdinalIgnoreCase);

    private Column CreateColumn(
        string heading,
        string kind,
        IReadOnlyList<(int Number, Opportunity Opportunity)> rows
    ) => new(heading, kind, Text(rows.Count, rows.Count), [.. rows.Take(CardsAColumn).Select(CreateCard)]);

    private List<Opportunity> Active(string postingId, int limit) =>
        [.. List(new OpportunityQuery { PostingIds = [postingId] }, limit).Select(row => row.Opportunity)];

    private IReadOnlyList<(int Number, Opportunity Opportunity)> ListOn(
        string postingId,
        ImmutableArray<string> stageIds
    ) => List(new OpportunityQuery { PostingIds = [postingId], StageIds = stageIds }, CountLimit);

    private IReadOnlyList<(int Number, Opportunity Opportunity)> List(OpportunityQuery query, int limit) =>
        world.ListOpportunities(query, from: null, limit).Items;

    private static string Text(int count, int ofAll) =>
        count.ToString(CultureInfo.InvariantCulture) + (ofAll >= CountLimit && count > 0 ? "+" : "");
}
