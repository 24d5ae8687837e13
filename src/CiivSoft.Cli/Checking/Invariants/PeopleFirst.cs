using CiivSoft.Cli.Checking.Recordings;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>
/// I4: no move and no lead against a change by a person that every reader saw two seconds before the write. Lever has no
/// compare-and-set, so those two seconds are the honest limit. The write is its arrival, however late it was committed.
/// </summary>
internal static class PeopleFirst
{
    public const string Id = "I4";

    private const long LimitMs = 2000;

    public static IEnumerable<Breach> Check(Recording recording)
    {
        var changes = new ChangesByOthers(recording);
        var since = OurActions(recording);
        return recording
            .OurWrites.Select(w => w.Request)
            .SelectMany(request =>
                request.Route switch
                {
                    "PUT /opportunities/:opportunity/stage" when IsUndo(request) => CheckUndo(request, changes, since),
                    "PUT /opportunities/:opportunity/archived" => CheckUndo(request, changes, since),
                    "PUT /opportunities/:opportunity/stage" => CheckMove(request, changes),
                    "POST /opportunities" => CheckLead(request, changes),
                    _ => [],
                }
            );
    }

    private static bool IsUndo(LeverEvent request) => request.BodyText("stage") == Marks.NewApplicantStage;

    // When we moved or made each opportunity first, by its number in the history.
    private static Dictionary<string, long> OurActions(Recording recording) =>
        recording
            .OurWrites.SelectMany(
                w => w.Changes.Where(c => c is { Kind: LeverChange.Created or LeverChange.StageChanged }),
                (w, c) => (c.Opportunity, w.Request.Seq)
            )
            .Where(c => c.Opportunity is not null)
            .GroupBy(c => c.Opportunity!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Min(c => c.Seq), StringComparer.Ordinal);

    // Undo touches nothing that a person has touched since we did, in whatever way.
    private static IEnumerable<Breach> CheckUndo(
        LeverEvent request,
        ChangesByOthers changes,
        Dictionary<string, long> since
    )
    {
        if (request.Segments is not [_, var opportunity, ..])
        {
            return [];
        }

        var from = since.GetValueOrDefault(opportunity, long.MinValue);
        var against = changes
            .OfOpportunity(opportunity, request.ReceivedAtReal - LimitMs)
            .FirstOrDefault(c => c.Seq > from);
        return against is null ? [] : [Against("undo-against-person", "undo", request, against, opportunity)];
    }

    private static IEnumerable<Breach> CheckMove(LeverEvent request, ChangesByOthers changes)
    {
        var until = request.ReceivedAtReal - LimitMs;
        if (request.Segments is not [_, var opportunity, ..])
        {
            return [];
        }

        var seen = changes.OfOpportunity(opportunity, until);
        var posting = seen.Select(c => c.Change.Posting).OfType<string>().FirstOrDefault();
        var against =
            ChangesByOthers.StageBarrier(seen, stage => stage != Marks.NewApplicantStage)
            ?? ChangesByOthers.Ended(seen)
            ?? ChangesByOthers.OptedOut(seen)
            ?? changes.Closed(posting ?? changes.PostingOf(opportunity), until, request);
        return against is null ? [] : [Against("move-against-person", "move", request, against, opportunity)];
    }

    private static IEnumerable<Breach> CheckLead(LeverEvent request, ChangesByOthers changes)
    {
        var until = request.ReceivedAtReal - LimitMs;
        if (request is not { BodyPosting: { } posting } || request.BodyText("contact") is not { } contact)
        {
            return [];
        }

        var seen = changes.OfContact(contact, until);
        var against =
            seen.FirstOrDefault(c => c.Change.Kind == LeverChange.Created && c.Change.Posting == posting)
            ?? seen.FirstOrDefault(c => c.Change.Kind == LeverChange.Anonymized)
            ?? ChangesByOthers.OptedOut(seen)
            ?? seen.Where(c => c.Change.Opportunity is not null)
                .GroupBy(c => c.Change.Opportunity, StringComparer.Ordinal)
                .Where(g => ChangesByOthers.Ended([.. g]) is null)
                .Select(g => ChangesByOthers.StageBarrier([.. g], changes.IsAfterScreened))
                .FirstOrDefault(c => c is not null)
            ?? changes.Closed(posting, until, request);
        return against is null ? [] : [Against("lead-against-person", "lead", request, against, contact, posting)];
    }

    private static Breach Against(
        string code,
        string write,
        LeverEvent request,
        PersonChange against,
        params string[] ids
    ) =>
        new Breach(
            Id,
            code,
            $"A {write} was sent {request.ReceivedAtReal - against.VisibleAt} ms after everybody could see '{against.Change.Kind}' by a person.",
            ids
        ).At(against.Seq, request.Seq);
}
