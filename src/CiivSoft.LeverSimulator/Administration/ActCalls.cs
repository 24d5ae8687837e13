using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.Hosting;
using CiivSoft.LeverSimulator.World;
using CiivSoft.LeverSimulator.Worlds;

namespace CiivSoft.LeverSimulator.Administration;

/// <summary>What a recruiter does in Lever's pages.</summary>
internal sealed class ActCalls(Simulator simulator)
{
    private readonly ActHistory _history = new(simulator);

    private SimulatedWorld World => simulator.World;

    public Answer Perform(IReadOnlyList<BodyFields> bodies) => _history.Perform("act", bodies, Act);

    private IReadOnlyList<Effect> Act(BodyFields body)
    {
        var kind = body.RequireText("kind");
        var effect = kind.EndsWith("Posting", StringComparison.Ordinal)
            ? ActOnPosting(kind, body)
            : ActOnOpportunity(kind, body, FindOpportunity(body));
        return effect is null ? [] : [effect];
    }

    private Effect? ActOnOpportunity(string kind, BodyFields body, int number)
    {
        var user = body.GetText("user") ?? WorldDefaults.RecruiterUserId;
        return kind switch
        {
            "stage" => CandidacyChanges.MoveToStage(World, number, SeedReader.ReadStage(World, body, "").Id, user),
            "archive" => CandidacyChanges.Archive(World, number, SeedReader.ReadReason(World, body, "reason").Id),
            "hire" => CandidacyChanges.Archive(
                World,
                number,
                World.Account.ArchiveReasons.First(reason => reason.IsHired).Id
            ),
            "unarchive" => CandidacyChanges.Unarchive(World, number),
            "delete" => CandidacyChanges.Delete(World, number, user),
            "anonymise" or "anonymize" => ContactChanges.Anonymize(World, number),
            "note" => AddNote(body, number, user),
            "tag" => LabelChanges.AddTags(World, number, body.RequireTexts("tags")),
            "removeTag" => LabelChanges.RemoveTags(World, number, body.RequireTexts("tags")),
            "source" => LabelChanges.AddSources(World, number, body.RequireTexts("sources")),
            "snooze" => CandidacyChanges.Snooze(World, number, SeedReader.ReadTime(body, "until")),
            "makeConfidential" => CandidacyChanges.MakeConfidential(World, number),
            "resume" => AddResume(body, number),
            "contact" => ChangeContact(body, number),
            _ => throw body.Refuse("There is no such act", "kind"),
        };
    }

    private Effect? ActOnPosting(string kind, BodyFields body)
    {
        var id = body.RequireText("posting");
        var posting = World.Account.FindPosting(id) ?? throw body.Refuse("There is no such posting", "posting");
        var changed = kind switch
        {
            "closePosting" => posting with { State = PostingStates.Closed },
            "reopenPosting" or "publishPosting" => posting with { State = PostingStates.Published },
            "unlistPosting" => posting with { State = PostingStates.Internal },
            "makeConfidentialPosting" => posting with { IsConfidential = true },
            "updatePosting" => PostingBody.Apply(body, posting),
            _ => throw body.Refuse("There is no such act", "kind"),
        };
        return changed == posting ? null : PostingChanges.Put(World, changed with { UpdatedAt = World.Clock.Now });
    }

    private Effect AddNote(BodyFields body, int number, string user)
    {
        var now = World.Clock.Now;
        var comment = new NoteComment(
            body.RequireText("value"),
            now,
            Score: null,
            World.GetOpportunity(number).StageId,
            user
        );
        var note = new Note
        {
            Id = World.Ids.NextId(),
            Comments = [comment],
            UserId = user,
            IsSecret = body.GetFlag("secret") ?? false,
            CreatedAt = now,
            CompletedAt = now,
        };
        return NoteChanges.Add(World, number, note);
    }

    private Effect AddResume(BodyFields body, int number)
    {
        var opportunity = World.GetOpportunity(number);
        var documents = World.GetDocuments(number, opportunity);
        var added = new DocumentReader(World, folder: null).Read(body, World.Clock.Now).Resumes;
        if (added.Length == 0)
        {
            throw body.Refuse("resume is required", "resume");
        }

        var changed = documents with { Resumes = documents.Resumes.AddRange(added) };
        World.ReplaceOpportunity(number, opportunity with { Documents = changed, UpdatedAt = World.Clock.Now });
        return CandidacyChanges.Describe(World, EffectKinds.ResumeAdded, opportunity) with { RecordId = added[0].Id };
    }

    private Effect? ChangeContact(BodyFields body, int number)
    {
        var contactNumber = World.GetOpportunity(number).ContactNumber;
        var contact = World.GetContact(contactNumber);
        var given = SeedReader.ReadContact(World, body, "id");
        return ContactChanges.Replace(
            World,
            contactNumber,
            contact with
            {
                Name = body.Has("name") ? given.Name : contact.Name,
                Headline = body.Has("headline") ? given.Headline : contact.Headline,
                Location = body.Has("location") ? given.Location : contact.Location,
                Emails = body.Has("emails") ? given.Emails : contact.Emails,
                Phones = body.Has("phones") ? given.Phones : contact.Phones,
                DataProtection = body.Has("dataProtection") ? given.DataProtection : contact.DataProtection,
            }
        );
    }

    private int FindOpportunity(BodyFields body) =>
        World.FindOpportunity(body.RequireText("opportunity"))
        ?? throw body.Refuse("There is no such opportunity", "opportunity");
}
