namespace CiivSoft.LeverSimulator.Api;

/// <summary>
/// Lever's endpoints with the names that its key dialog gives them. Those of the help article are quoted word for word; the others
/// follow the same pattern.
/// </summary>
internal static class LeverRoutes
{
    private const BodyKinds JsonOrMultipart = BodyKinds.Json | BodyKinds.Multipart;

    public static RouteTable Create() =>
        new([.. Opportunities(), .. SubresourceReads(), .. SubresourceWrites(), .. Postings(), .. Account()]);

    private static IEnumerable<Route> Opportunities() =>
        [
            new("GET", "/opportunities", "Find all opportunities", OpportunityReads.List),
            new("GET", "/opportunities/deleted", "Find all deleted opportunities", OpportunityReads.ListDeleted),
            new("GET", "/opportunities/:opportunity", "Find an opportunity", OpportunityReads.Get),
            new("POST", "/opportunities", "Create an opportunity", OpportunityPosts.Create)
            {
                Accepts = JsonOrMultipart,
                NeedsUser = true,
            },
            new("GET", "/candidates", "Find all candidates", OpportunityReads.List),
            new("GET", "/candidates/:opportunity", "Find a candidate", OpportunityReads.Get),
            new("POST", "/candidates", "Create a candidate", OpportunityPosts.CreateCandidate)
            {
                Accepts = JsonOrMultipart,
                NeedsUser = true,
            },
            new("POST", "/candidates/:opportunity/addPostings", "Add candidate postings", OpportunityPosts.AddPostings)
            {
                NeedsUser = true,
            },
        ];

    private static IEnumerable<Route> SubresourceReads() =>
        [
            .. Twins("GET", "applications", "Find all {0} applications", OpportunityReads.ListApplications),
            .. Twins("GET", "applications/:application", "Find {1} application", OpportunityReads.GetApplication),
            .. Twins("GET", "resumes", "Find all {0} resumes", DocumentCalls.ListResumes),
            .. Twins("GET", "resumes/:resume", "Find {1} resume", DocumentCalls.GetResume),
            .. Twins("GET", "files", "Find all {0} files", DocumentCalls.ListFiles),
            .. Twins("GET", "files/:file", "Find {1} file", DocumentCalls.GetFile),
            .. Twins("GET", "files/:file/download", "Download {1} file", DocumentCalls.DownloadFile),
            .. Twins("GET", "notes", "Find all {0} notes", NoteCalls.List),
            .. Twins("GET", "notes/:note", "Find {1} note", NoteCalls.Get),
            .. Twins("GET", "forms", "Find all {0} forms", RecordCalls.List(RecordCalls.Forms)),
            .. Twins("GET", "forms/:form", "Find {1} form", RecordCalls.Get(RecordCalls.Forms)),
            .. Twins("GET", "referrals", "Find all {0} referrals", RecordCalls.List(RecordCalls.Referrals)),
            .. Twins("GET", "referrals/:referral", "Find {1} referral", RecordCalls.Get(RecordCalls.Referrals)),
            .. Twins("GET", "panels", "Find all {0} interview panels", RecordCalls.List(RecordCalls.Panels)),
            .. Twins("GET", "panels/:panel", "Find {1} interview panel", RecordCalls.Get(RecordCalls.Panels)),
            .. Twins("GET", "interviews", "Find all {0} interviews", RecordCalls.List(RecordCalls.Interviews)),
            .. Twins("GET", "interviews/:interview", "Find {1} interview", RecordCalls.Get(RecordCalls.Interviews)),
            .. Twins("GET", "offers", "Find all {0} offers", RecordCalls.List(RecordCalls.Offers)),
            .. Twins("GET", "offers/:offer/download", "Download {1} offer file", RecordCalls.DownloadOffer),
            new(
                "GET",
                "/opportunities/:opportunity/resumes/:resume/download",
                "Download an opportunity resume file",
                DocumentCalls.DownloadResume
            ),
            new(
                "GET",
                "/candidates/:opportunity/resumes/:resume/download",
                "Download a candidate resume",
                DocumentCalls.DownloadResume
            ),
        ];

    private static IEnumerable<Route> SubresourceWrites() =>
        [
            .. Twins("PUT", "stage", "Update {1} stage", OpportunityWrites.SetStage),
            .. Twins("PUT", "archived", "Update {1} archived state", OpportunityWrites.SetArchived),
            .. Twins("POST", "addTags", "Add {0} tags", OpportunityWrites.AddTags),
            .. Twins("POST", "removeTags", "Remove {0} tags", OpportunityWrites.RemoveTags),
            .. Twins("POST", "addSources", "Add {0} sources", OpportunityWrites.AddSources),
            .. Twins("POST", "removeSources", "Remove {0} sources", OpportunityWrites.RemoveSources),
            .. Twins("POST", "addLinks", "Add {0} links", OpportunityWrites.AddLinks),
            .. Twins("POST", "removeLinks", "Remove {0} links", OpportunityWrites.RemoveLinks),
            .. Twins(
                "POST",
                "notes",
                "Create {1} note",
                NoteCalls.Create,
                route => route with { Accepts = BodyKinds.Json | BodyKinds.UrlEncoded }
            ),
            .. Twins("PUT", "notes/:note", "Update {1} note", NoteCalls.Update),
            .. Twins("DELETE", "notes/:note", "Delete {1} note", NoteCalls.Delete),
            .. Twins(
                "POST",
                "files",
                "Upload {1} file",
                DocumentCalls.AddFile,
                route => route with { Accepts = BodyKinds.Multipart, NeedsUser = true }
            ),
            .. Twins(
                "DELETE",
                "files/:file",
                "Delete {1} file",
                DocumentCalls.DeleteFile,
                route => route with { NeedsUser = true }
            ),
            .. Twins(
                "PUT",
                "panels/:panel",
                "Update {1} interview panel",
                RecordCalls.UpdatePanel,
                route => route with { NeedsUser = true }
            ),
        ];

    private static IEnumerable<Route> Postings() =>
        [
            new("GET", "/postings", "Find all postings", PostingCalls.List),
            new("GET", "/postings/:posting", "Find a posting", PostingCalls.Get),
            new("POST", "/postings", "Create a posting", PostingCalls.Create) { NeedsUser = true },
            new("POST", "/postings/:posting", "Update a posting", PostingCalls.Update) { NeedsUser = true },
            new("GET", "/postings/:posting/apply", "Find posting application questions", PostingCalls.GetQuestions),
            new("POST", "/postings/:posting/apply", "Apply to a posting", PostingCalls.Apply)
            {
                Accepts = JsonOrMultipart,
            },
            new("GET", "/contacts/:contact", "Find a contact", ContactBodies.Get),
            new("PUT", "/contacts/:contact", "Update a contact", ContactBodies.Update),
            new("GET", "/requisitions", "Find all requisitions", RequisitionCalls.List),
            new("GET", "/requisitions/:requisition", "Find a requisition", RequisitionCalls.Get),
            new("POST", "/requisitions", "Create a requisition", RequisitionCalls.Create),
            new("PUT", "/requisitions/:requisition", "Update a requisition", RequisitionCalls.Update),
            new("DELETE", "/requisitions/:requisition", "Delete a requisition", RequisitionCalls.Delete),
            new("GET", "/requisition_fields", "Find all requisition fields", RequisitionCalls.ListFields),
            new("GET", "/requisition_fields/:requisition_field", "Find a requisition field", RequisitionCalls.GetField),
            new("POST", "/requisition_fields", "Create a requisition field", RequisitionCalls.CreateField),
            new(
                "PUT",
                "/requisition_fields/:requisition_field",
                "Update a requisition field",
                RequisitionCalls.UpdateField
            ),
            new(
                "DELETE",
                "/requisition_fields/:requisition_field",
                "Delete a requisition field",
                RequisitionCalls.DeleteField
            ),
        ];

    private static IEnumerable<Route> Account()
    {
        var webhooks = new WebhookCalls();
        return
        [
            new("GET", "/stages", "Find all stages", AccountCalls.ListStages),
            new("GET", "/stages/:stage", "Find a stage", AccountCalls.GetStage),
            new("GET", "/disposition_stages", "Find all disposition stages", AccountCalls.GetDispositionStages),
            new("GET", "/archive_reasons", "Find all archive reasons", AccountCalls.ListArchiveReasons),
            new("GET", "/archive_reasons/:archive_reason", "Find an archive reason", AccountCalls.GetArchiveReason),
            new("GET", "/tags", "Find all tags", AccountCalls.ListTags),
            new("GET", "/sources", "Find all sources", AccountCalls.ListSources),
            new("GET", "/users", "Find all users", UserCalls.List),
            new("GET", "/users/:user", "Find a user", UserCalls.Get),
            new("POST", "/users", "Create a user", UserCalls.Create),
            new("PUT", "/users/:user", "Update a user", UserCalls.Update),
            new("POST", "/users/:user/deactivate", "Deactivate a user", UserCalls.Deactivate),
            new("POST", "/users/:user/reactivate", "Reactivate a user", UserCalls.Reactivate),
            new("GET", "/webhooks", "Find all webhooks", webhooks.List),
            new("POST", "/webhooks", "Create a webhook", webhooks.Create),
            new("PUT", "/webhooks", "Update webhooks", webhooks.Update),
            new("DELETE", "/webhooks/:webhook", "Delete a webhook", webhooks.Delete),
        ];
    }

    // The same call under /opportunities and, deprecated, under /candidates; each has a right of its own.
    private static IEnumerable<Route> Twins(
        string method,
        string path,
        string permission,
        Func<Call, Answer> handle,
        Func<Route, Route>? change = null
    )
    {
        string Name(string noun, string withArticle) =>
            permission
                .Replace("{0}", noun, StringComparison.Ordinal)
                .Replace("{1}", withArticle, StringComparison.Ordinal);

        Route[] twins =
        [
            new(method, $"/opportunities/:opportunity/{path}", Name("opportunity", "an opportunity"), handle),
            new(method, $"/candidates/:opportunity/{path}", Name("candidate", "a candidate"), handle),
        ];
        return change is null ? twins : twins.Select(change);
    }
}
