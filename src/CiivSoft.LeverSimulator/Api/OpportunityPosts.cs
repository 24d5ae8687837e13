using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>Making opportunities.</summary>
internal static class OpportunityPosts
{
    private static readonly ImmutableArray<string> Origins =
    [
        "agency",
        "applied",
        "internal",
        "referred",
        "sourced",
        "university",
    ];

    public static Answer Create(Call call)
    {
        if (call.Body.GetTexts("postings").Length > 1)
        {
            throw call.Body.Refuse("An opportunity can be created on one posting at most", "postings");
        }

        var (number, isDeduped) = CreateOne(call, call.Body.GetTexts("postings").FirstOrDefault());
        return AnswerCreated(call, number, isDeduped);
    }

    /// <summary>The deprecated twin takes several postings; each makes an opportunity of its own, and the first is answered.</summary>
    public static Answer CreateCandidate(Call call)
    {
        var postings = call.Body.GetTexts("postings");
        foreach (var posting in postings)
        {
            call.FindPosting(posting);
        }

        var (first, isDeduped) = CreateOne(call, postings.FirstOrDefault());
        var contact = call.World.GetOpportunity(first).ContactNumber;
        foreach (var posting in postings.Skip(1))
        {
            CreateFor(call, contact, posting, OpportunityDocuments.Empty);
        }

        return AnswerCreated(call, first, isDeduped);
    }

    /// <summary>Puts an opportunity that is on no posting yet on one; one that has an application already gets siblings instead.</summary>
    public static Answer AddPostings(Call call)
    {
        var postings = call.Body.RequireTexts("postings");
        var (number, _) = call.FindOpportunity();
        foreach (var id in postings)
        {
            var posting = call.FindPosting(id);
            var opportunity = call.World.GetOpportunity(number);
            if (opportunity.PostingId is not null)
            {
                CreateFor(call, opportunity.ContactNumber, id, OpportunityDocuments.Empty);
                continue;
            }

            var details = call.World.GetDetails(number, opportunity);
            var application = new Application
            {
                Id = call.World.Ids.NextId(),
                PostingId = id,
                Type = "user",
                UserId = call.UserId,
                CreatedAt = call.Now,
                PostingOwner = posting.OwnerId,
                PostingHiringManager = posting.HiringManagerId,
            };
            var changed = opportunity with
            {
                PostingId = id,
                UpdatedAt = call.Now,
                Tags = [.. opportunity.Tags.Union(posting.InheritedTags())],
                IsConfidential = opportunity.IsConfidential || posting.IsConfidential,
                Details = details with { Application = application },
            };
            call.World.ReplaceOpportunity(number, changed);
            call.Record(CandidacyChanges.Describe(call.World, EffectKinds.OpportunityCreated, changed));
        }

        return OpportunityWrites.AnswerOpportunity(call, number);
    }

    private static (int Number, bool IsDeduped) CreateOne(Call call, string? postingId)
    {
        // Everything that can be refused is refused before a contact is made.
        CheckOwner(call, postingId);
        Prepare(call, 0, postingId, OpportunityDocuments.Empty);
        var documents = Uploads.ReadDocuments(call);
        var posted = ContactBodies.Read(call);
        var (contact, isDeduped) = FindOrAddContact(call, posted);
        return (CreateFor(call, contact, postingId, documents), isDeduped);
    }

    private static (int Contact, bool IsDeduped) FindOrAddContact(Call call, Contact posted)
    {
        var world = call.World;
        if (call.Body.GetText("contact") is { } id)
        {
            var number = world.FindContact(id) ?? throw RefusedException.NotFound($"contacts {id} was not found");
            var contact = world.GetContact(number);
            if (contact.IsAnonymized)
            {
                throw call.Body.Refuse("An anonymized contact cannot be linked to an opportunity", "contact");
            }

            if (ContactBodies.AddTo(contact, posted) is var merged && merged != contact)
            {
                call.Record(ContactChanges.Replace(world, number, merged));
            }

            return (number, true);
        }

        return OpportunityCreation.FindContact(world, posted.Emails) is { } known
            ? (known, true)
            : (OpportunityCreation.AddContact(world, posted, call.Effects), false);
    }

    private static int CreateFor(Call call, int contact, string? postingId, OpportunityDocuments documents)
    {
        var (number, effect) = OpportunityCreation.Create(call.World, Prepare(call, contact, postingId, documents));
        call.Record(effect);
        return number;
    }

    private static NewOpportunity Prepare(Call call, int contact, string? postingId, OpportunityDocuments documents)
    {
        var body = call.Body;
        var posting = postingId is null ? null : call.FindPosting(postingId);
        var stage = body.GetText("stage") ?? WorldDefaults.LeadNew;
        if (call.World.Account.FindStage(stage) is null)
        {
            throw RefusedException.NotFound($"stages {stage} was not found");
        }

        var origin = body.GetText("origin") ?? "sourced";
        if (!Origins.Contains(origin))
        {
            throw body.Refuse($"origin must be one of: {string.Join(", ", Origins)}", "origin");
        }

        var createdAt = body.GetNumber("createdAt");
        if (createdAt > call.Now)
        {
            throw body.Refuse("createdAt must be in the past", "createdAt");
        }

        return new NewOpportunity
        {
            ContactNumber = contact,
            Posting = posting,
            StageId = stage,
            Origin = origin,
            OwnerId = ReadOwner(call, posting),
            UserId = call.UserId,
            Tags = body.GetTexts("tags"),
            Sources = body.GetTexts("sources"),
            Followers = body.GetTexts("followers"),
            CreatedAt = createdAt ?? call.Now,
            Archived = ReadArchived(call, createdAt),
            Documents = documents,
        };
    }

    private static void CheckOwner(Call call, string? postingId)
    {
        if (call.Query.GetFlag("perform_as_posting_owner") == true && postingId is null)
        {
            throw RefusedException.BadRequest("perform_as_posting_owner needs exactly one posting");
        }

        if (call.Body.GetText("owner") is { } owner && call.World.Account.FindUser(owner) is null)
        {
            throw call.Body.Refuse("owner is not a user", "owner");
        }
    }

    private static string? ReadOwner(Call call, Posting? posting) =>
        call.Query.GetFlag("perform_as_posting_owner") == true
            ? posting?.OwnerId ?? call.UserId
            : call.Body.GetText("owner") ?? call.UserId;

    private static Archived? ReadArchived(Call call, long? createdAt)
    {
        if ((call.Body.GetObject("archived") ?? call.Body.GetObject("archive")) is not { } archived)
        {
            return null;
        }

        var reason = archived.RequireText("reason");
        if (call.World.Account.FindArchiveReason(reason) is null)
        {
            throw RefusedException.NotFound($"archive reasons {reason} was not found");
        }

        var at = archived.GetNumber("archivedAt");
        return at is not null && (createdAt is null || createdAt > at)
            ? throw archived.Refuse("archivedAt needs an earlier createdAt", "archivedAt")
            : new Archived(reason, at ?? call.Now);
    }

    private static Answer AnswerCreated(Call call, int number, bool isDeduped)
    {
        var view = new OpportunityView(call.World, number, call.World.GetOpportunity(number)) { IsWriteAnswer = true };
        return new Answer
        {
            Status = 201,
            WriteJson = json =>
            {
                json.WriteStartObject();
                json.WriteBoolean("deduped", isDeduped);
                json.WritePropertyName("data");
                OpportunityFields.Write(json, view, call.Fields);
                json.WriteEndObject();
            },
        };
    }
}
