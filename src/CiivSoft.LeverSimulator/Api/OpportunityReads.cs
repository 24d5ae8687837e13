using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

internal static class OpportunityReads
{
    public static Answer Get(Call call)
    {
        var (number, opportunity) = call.FindOpportunity();
        var view = new OpportunityView(call.World, number, opportunity);
        return Answer.Data(json => OpportunityFields.Write(json, view, call.Fields));
    }

    public static Answer List(Call call)
    {
        var limit = Paging.GetLimit(call.Query);
        var from = OffsetToken.DecodePosition(call.Query.Get("offset"));
        var page = call.World.ListOpportunities(ReadQuery(call), from, limit);
        var views = page.Items.Select(item => new OpportunityView(call.World, item.Number, item.Opportunity)).ToList();
        var next = page.Next is { } position ? OffsetToken.EncodePosition(position) : null;
        return Paging.Page(views, next, (json, view) => OpportunityFields.Write(json, view, call.Fields));
    }

    public static Answer ListDeleted(Call call)
    {
        var range = call.Query.GetRange("deleted_at");
        var deleted = call
            .World.GetDeleted()
            .Where(deleted => range.Contains(deleted.DeletedAt))
            .Where(deleted => call.Key.AllowsConfidential || !deleted.Opportunity.IsConfidential);
        return Paging.NewestFirst(
            call.Query,
            deleted,
            item => item.DeletedAt,
            item => item.Opportunity.Id.ToString(),
            (json, item) =>
                OpportunityFields.Write(
                    json,
                    new OpportunityView(call.World, item.Number, item.Opportunity)
                    {
                        HidesContact = true,
                        Deleted = item,
                    },
                    call.Fields
                )
        );
    }

    public static Answer ListApplications(Call call)
    {
        var view = FindView(call);
        IReadOnlyList<Application> applications = view.Details.Application is { } found ? [found] : [];
        return Paging.Numbered(
            call.Query,
            applications,
            (json, application) => ApplicationFields.Write(json, view, application, call.Fields)
        );
    }

    public static Answer GetApplication(Call call)
    {
        var view = FindView(call);
        return view.Details.Application is { } application && application.Id == call["application"]
            ? Answer.Data(json => ApplicationFields.Write(json, view, application, call.Fields))
            : throw RefusedException.NotFound("application was not found");
    }

    private static OpportunityView FindView(Call call)
    {
        var (number, opportunity) = call.FindOpportunity();
        return new OpportunityView(call.World, number, opportunity);
    }

    private static OpportunityQuery ReadQuery(Call call)
    {
        var query = call.Query;
        return new OpportunityQuery
        {
            Tags = query.GetAll("tag"),
            Email = query.Get("email"),
            Origins = query.GetAll("origin"),
            Sources = query.GetAll("source"),
            IsConfidential = call.GetConfidentialityFilter(),
            StageIds = query.GetAll("stage_id"),
            PostingIds = query.GetAll("posting_id"),
            ArchivedPostingIds = query.GetAll("archived_posting_id"),
            ArchiveReasonIds = query.GetAll("archive_reason_id"),
            ContactIds = query.GetAll("contact_id"),
            Locations = query.GetAll("location"),
            IsArchived = query.GetFlag("archived"),
            IsSnoozed = query.GetFlag("snoozed"),
            Created = query.GetRange("created_at"),
            Updated = query.GetRange("updated_at"),
            Advanced = query.GetRange("advanced_at"),
            ArchivedAt = query.GetRange("archived_at"),
        };
    }
}
