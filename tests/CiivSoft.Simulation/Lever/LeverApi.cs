using System.Globalization;
using System.Text.Json;
using CiivSoft.Simulation.Judging;
using CiivSoft.Simulation.Worlds;

namespace CiivSoft.Simulation.Lever;

/// <summary>Answers requests out of the model, and does what they ask for.</summary>
internal sealed class LeverApi(SimulatedWorld world, LeverModel model, WriteJudge judge)
{
    private readonly LeverText _text = new(model);

    /// <summary>Rights by Lever's names that the request needs; empty for what has none of its own.</summary>
    public LeverReply Answer(LeverRequest request, long sentAt)
    {
        if (!model.AcceptsKey || request.Key != model.Key)
        {
            return LeverReply.Error(401, "Unauthorized");
        }

        return (request.Method, request.Path) switch
        {
            ("GET", ["stages"]) => Guard("Find all stages", () => Page(model.Stages.Select(LeverText.Stage))),
            ("GET", ["archive_reasons"]) => Guard(
                "Find all archive reasons",
                () =>
                    Page([
                        $$"""{"id":"{{LeverModel.HiredReason}}","text":"Hired","type":"hired"}""",
                        """{"id":"other-reason","text":"Underqualified","type":"non-hired"}""",
                    ])
            ),
            ("GET", ["postings"]) => Guard("Find all postings", () => ListPostings(request)),
            ("GET", ["postings", var id]) => Guard(
                "Find a posting",
                () => model.Postings.TryGetValue(id, out var posting) ? One(LeverText.Posting(posting)) : NotFound()
            ),
            ("GET", ["opportunities"]) => Guard("Find all opportunities", () => ListOpportunities(request)),
            ("GET", ["opportunities", "deleted"]) => Guard(
                "Find all deleted opportunities",
                () => ListDeleted(request)
            ),
            ("GET", ["opportunities", var id]) => Guard(
                "Find an opportunity",
                () => Find(id) is { } found ? One(_text.Opportunity(found)) : NotFound()
            ),
            ("GET", ["opportunities", var id, "resumes"]) => Guard("Find all opportunity resumes", () => Resumes(id)),
            ("GET", ["opportunities", _, "resumes", _, "download"]) => Guard(
                "Download an opportunity resume file",
                NotFound
            ),
            ("GET", ["opportunities", var id, "files"]) => Guard(
                "Find all opportunity files",
                () => Find(id) is null ? NotFound() : Page([])
            ),
            ("GET", ["candidates", _, "files", _, "download"]) => Guard("Download a candidate file", NotFound),
            ("GET", ["opportunities", var id, "notes"]) => Guard("Find all opportunity notes", () => Notes(id)),
            ("GET", ["opportunities", var id, "offers"]) => Guard(
                "Find all opportunity offers",
                () => Find(id) is null ? NotFound() : Page([])
            ),
            ("POST", ["opportunities"]) => Guard("Create an opportunity", () => CreateLead(request, sentAt)),
            ("PUT", ["opportunities", var id, "stage"]) => Guard(
                "Update an opportunity stage",
                () => Move(id, request, sentAt)
            ),
            ("POST", ["opportunities", var id, "notes"]) => Guard(
                "Create an opportunity note",
                () => AddNote(id, request)
            ),
            ("POST", ["opportunities", var id, "addTags"]) => Guard("Add opportunity tags", () => AddTags(id, request)),
            _ => Unknown(request),
        };
    }

    private LeverReply Unknown(LeverRequest request)
    {
        world.Violate("I3", $"a call that no solution needs: {request.Line}");
        return LeverReply.Error(404, "NotFound");
    }

    private LeverReply Guard(string right, Func<LeverReply> answer) =>
        model.MissingRights.Contains(right) ? LeverReply.Error(403, "Forbidden") : answer();

    private LeverReply ListPostings(LeverRequest request)
    {
        var since = request.Ms("updated_at_start") ?? long.MinValue;
        var found = model.Postings.Values.Where(p => p.UpdatedMs >= since && p.ListedAt <= world.Timeline.Now);
        return Paged(request, found.Select(p => (p.CreatedMs, p.Id, LeverText.Posting(p))));
    }

    private LeverReply ListOpportunities(LeverRequest request)
    {
        var now = world.Timeline.Now;
        var (from, to) = (request.Ms("created_at_start"), request.Ms("created_at_end"));
        var since = request.Ms("updated_at_start");
        var contacts = request.Query["contact_id"].ToHashSet(StringComparer.Ordinal);
        var postings = request.Query["posting_id"].ToHashSet(StringComparer.Ordinal);
        var stages = request.Query["stage_id"].ToHashSet(StringComparer.Ordinal);
        var archived = request.Query["archived"].FirstOrDefault();
        var isByTime = since is not null || from is not null || to is not null;
        var found = model.Opportunities.Values.Where(o =>
            o.DeletedMs is null
            && (since is null || o.UpdatedMs >= since)
            && (from is null || o.CreatedMs >= from)
            && (to is null || o.CreatedMs <= to)
            && (contacts.Count == 0 || contacts.Contains(o.ContactId))
            && (postings.Count == 0 || postings.Contains(o.PostingId ?? ""))
            && (stages.Count == 0 || stages.Contains(o.StageId))
            && (archived is null || archived == "true" == o.ArchivedMs is not null)
            && (isByTime ? o.ListedAt <= now : o.FoundAt <= now)
        );
        return Paged(request, found.Select(o => (o.CreatedMs, o.Id, _text.Opportunity(o))));
    }

    private LeverReply ListDeleted(LeverRequest request)
    {
        var since = request.Ms("deleted_at_start") ?? long.MinValue;
        var found = model.Opportunities.Values.Where(o => o.DeletedMs >= since);
        return Paged(request, found.Select(o => (o.CreatedMs, o.Id, LeverText.Deleted(o))));
    }

    private LeverReply Resumes(string id) =>
        Find(id) is not { } found ? NotFound()
        : found.ResumeAt is { } at && at <= world.Timeline.Now
            ? Page([LeverText.Resume(found, model.Contacts[found.ContactId].Trade)])
        : Page([]);

    private LeverReply Notes(string id) =>
        Find(id) is { } found
            ? Page(found.Notes.Where(n => n.At <= world.Timeline.Now).Select(LeverText.Note))
            : NotFound();

    private LeverReply CreateLead(LeverRequest request, long sentAt)
    {
        using var body = JsonDocument.Parse(request.Body);
        var contact = body.RootElement.GetProperty("contact").GetString() ?? "";
        var posting = body.RootElement.GetProperty("postings")[0].GetString() ?? "";
        var source = body.RootElement.GetProperty("sources")[0].GetString() ?? "";
        if (!model.Postings.ContainsKey(posting) || !model.Contacts.ContainsKey(contact) || !model.Of(contact).Any())
        {
            return NotFound();
        }

        if (model.Of(contact).All(o => o.IsAnonymized))
        {
            return LeverReply.Error(400, "BadRequestError");
        }

        judge.Lead(model, contact, posting, source, sentAt);
        var lead = new ModelOpportunity(model.NewId("o"), contact, model.NowMs)
        {
            PostingId = posting,
            StageId = LeverModel.NewLead,
            Origin = "sourced",
            IsOurs = true,
            ListedAt = world.Timeline.Now + world.Faults.ListLag().Ticks,
            FoundAt = world.Timeline.Now + world.Faults.FindLag().Ticks,
        };
        lead.Sources.Add(source);
        model.Opportunities.Add(lead.Id, lead);
        model.Review();
        return One(_text.Opportunity(lead), 201);
    }

    private LeverReply Move(string id, LeverRequest request, long sentAt)
    {
        if (Find(id) is not { } found)
        {
            return NotFound();
        }

        using var body = JsonDocument.Parse(request.Body);
        var stage = body.RootElement.GetProperty("stage").GetString() ?? "";
        if (model.Stages.TrueForAll(s => s.Id != stage))
        {
            return LeverReply.Error(400, "BadRequestError");
        }

        judge.Move(model, found, stage, sentAt);
        if (found.StageId != stage)
        {
            found.StageId = stage;
            found.StageChanges.Add((stage, model.ServiceUser, model.NowMs));
            found.UpdatedMs = model.NowMs + 1;
            found.ListedAt = world.Timeline.Now + world.Faults.ListLag().Ticks;
            model.Review();
        }

        return One(_text.Opportunity(found));
    }

    private LeverReply AddNote(string id, LeverRequest request)
    {
        if (Find(id) is not { } found)
        {
            return NotFound();
        }

        using var body = JsonDocument.Parse(request.Body);
        var text = body.RootElement.GetProperty("value").GetString() ?? "";
        judge.Note(model, found, text);
        var at = world.Timeline.Now + world.Faults.FindLag().Ticks;
        var note = new ModelNote(model.NewId("n"), text, IsOurs: true, at);
        found.Notes.Add(note);
        return One(LeverText.Note(note), 201);
    }

    private LeverReply AddTags(string id, LeverRequest request)
    {
        if (Find(id) is not { } found)
        {
            return NotFound();
        }

        using var body = JsonDocument.Parse(request.Body);
        foreach (var tag in body.RootElement.GetProperty("tags").EnumerateArray())
        {
            found.Tags.Add(tag.GetString() ?? "");
        }

        found.UpdatedMs = model.NowMs;
        return One(_text.Opportunity(found));
    }

    private ModelOpportunity? Find(string id) =>
        model.Opportunities.TryGetValue(id, out var found) && found.DeletedMs is null ? found : null;

    // Newest first; a page may be short of its limit, may repeat the row before it, and a token may be refused.
    private LeverReply Paged(LeverRequest request, IEnumerable<(long CreatedMs, string Id, string Text)> rows)
    {
        var all = rows.OrderByDescending(r => r.CreatedMs).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
        var start = 0;
        if (request.Query["offset"].FirstOrDefault() is { } offset)
        {
            if (world.Faults.RefusesOffset())
            {
                return LeverReply.Error(400, "BadRequestError", "Invalid offset token");
            }

            var (createdMs, id) = Token(offset);
            start = all.FindIndex(r =>
                r.CreatedMs < createdMs || (r.CreatedMs == createdMs && string.CompareOrdinal(r.Id, id) >= 0)
            );
            start = start < 0 ? all.Count : start;
        }

        var page = all.Skip(start).Take(world.Setting.PageSize).ToList();
        if (start > 0 && world.Faults.RepeatsRow())
        {
            page.Insert(0, all[start - 1]);
        }

        var next = start + world.Setting.PageSize;
        var more = next < all.Count ? $"{all[next].CreatedMs}_{all[next].Id}" : null;
        return new LeverReply(200, LeverText.Page(page.Select(r => r.Text), more));
    }

    private static (long CreatedMs, string Id) Token(string offset)
    {
        var cut = offset.IndexOf('_', StringComparison.Ordinal);
        return (long.Parse(offset.AsSpan(0, cut), CultureInfo.InvariantCulture), offset[(cut + 1)..]);
    }

    private static LeverReply One(string record, int status = 200) => new(status, LeverText.One(record));

    private static LeverReply Page(IEnumerable<string> records) => new(200, LeverText.Page(records, null));

    private static LeverReply NotFound() => LeverReply.Error(404, "ResourceNotFound");
}
