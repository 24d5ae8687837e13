using System.Collections.Immutable;
using System.Text.Json;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Worlds;

/// <summary>Puts postings, people and their opportunities into a world. Who calls holds the world's gate.</summary>
/// <param name="world">The world.</param>
/// <param name="folder">Where paths of résumés lead; null when there are none.</param>
internal sealed class WorldSeeder(SimulatedWorld world, string? folder)
{
    private readonly DocumentReader _documents = new(world, folder);

    public Effect AddPosting(BodyFields body)
    {
        var posting = SeedReader.ReadPosting(world, body);
        return world.Account.FindPosting(posting.Id) is null
            ? PostingChanges.Put(world, posting) ?? throw body.Refuse("The posting was not made", "id")
            : throw body.Refuse("There is a posting with this id already", "id");
    }

    public (int Number, Effect Effect) AddContact(BodyFields body, string idField = "id")
    {
        var contact = SeedReader.ReadContact(world, body, idField);
        if (world.FindContact(contact.Id.ToString()) is not null)
        {
            throw body.Refuse("There is a contact with this id already", idField);
        }

        var effects = new List<Effect>();
        return (OpportunityCreation.AddContact(world, contact, effects), effects[0]);
    }

    /// <summary>A line of <c>people.jsonl</c>: a person with opportunities.</summary>
    public void AddPerson(BodyFields body)
    {
        var id = body.GetText("contact");
        var number = (id is null ? null : world.FindContact(id)) ?? AddContact(body, "contact").Number;
        foreach (var opportunity in body.GetObjects("opportunities"))
        {
            AddOpportunity(number, opportunity);
        }
    }

    /// <summary>An opportunity of a contact that <c>contact</c> names.</summary>
    public Effect AddOpportunity(BodyFields body)
    {
        var id = body.RequireText("contact");
        return AddOpportunity(world.FindContact(id) ?? throw body.Refuse("There is no such contact", "contact"), body);
    }

    /// <summary>Somebody applies, by the rules of Lever's form: a new applicant, deduplicated by e-mail.</summary>
    public ImmutableArray<Effect> Apply(BodyFields body)
    {
        var posting = FindPosting(body, body.RequireText("posting"));
        if (!posting.IsOpen)
        {
            throw body.Refuse("The posting does not take applications", "posting");
        }

        var createdAt = SeedReader.ReadTime(body, "createdAt");
        var known =
            body.GetText("contact") is { } id && world.FindContact(id) is { } number ? world.GetContact(number) : null;
        var applicant = new Applicant
        {
            Contact = known ?? SeedReader.ReadContact(world, body, "contact"),
            OpportunityId = CheckNewId(body),
            CreatedAt = createdAt,
            Comments = body.GetText("comments"),
            Documents = _documents.Read(body, createdAt ?? world.Clock.Now),
        };
        return OpportunityCreation.Apply(world, posting, applicant, body.GetText("contact")).Effects;
    }

    private Effect AddOpportunity(int contactNumber, BodyFields body)
    {
        var posting = body.GetText("posting") is { } id ? FindPosting(body, id) : null;
        var stage = SeedReader.ReadStage(
            world,
            body,
            posting is null ? WorldDefaults.LeadNew : WorldDefaults.ApplicantNew
        );
        var createdAt = SeedReader.ReadTime(body, "createdAt") ?? world.Clock.Now;
        var isApplicant = body.GetText("origin") is { } origin
            ? origin is "applied" or "internal"
            : stage.Pipeline != "lead";
        var contact = world.GetContact(contactNumber);
        var application =
            posting is not null && isApplicant
                ? new Application
                {
                    Id = world.Ids.NextId(),
                    PostingId = posting.Id,
                    Name = contact.Name,
                    Email = contact.Emails.FirstOrDefault(),
                    Phone = contact.Phones.FirstOrDefault(),
                    Links = contact.Links,
                }
                : null;
        var (number, effect) = OpportunityCreation.Create(
            world,
            new NewOpportunity
            {
                Id = CheckNewId(body),
                ContactNumber = contactNumber,
                Posting = posting,
                StageId = stage.Id,
                Origin = body.GetText("origin") ?? (isApplicant ? "applied" : "sourced"),
                OwnerId = body.GetText("owner") ?? posting?.OwnerId ?? WorldDefaults.RecruiterUserId,
                UserId = isApplicant ? null : WorldDefaults.RecruiterUserId,
                Tags = body.GetTexts("tags"),
                Sources = body.Has("sources") ? body.GetTexts("sources") : [isApplicant ? "Job site" : "Sourced"],
                CreatedAt = createdAt,
                UpdatedAt = SeedReader.ReadTime(body, "updatedAt") ?? createdAt,
                Archived = ReadArchived(body, createdAt),
                IsConfidential = SeedReader.ReadConfidential(body),
                Documents = _documents.Read(body, createdAt),
                Application = application,
            }
        );
        if (contact.IsAnonymized)
        {
            ContactChanges.Anonymize(world, number);
        }

        return effect;
    }

    private Posting FindPosting(BodyFields body, string id) =>
        world.Account.FindPosting(id) ?? throw body.Refuse("There is no such posting", "posting");

    private string? CheckNewId(BodyFields body) =>
        body.GetText("id") is { } id && world.FindOpportunity(id) is not null
            ? throw body.Refuse("There is an opportunity with this id already", "id")
            : body.GetText("id");

    // true, a reason's id or text, or {reason, archivedAt}.
    private Archived? ReadArchived(BodyFields body, long createdAt) =>
        body.Get("archived") is not { } value
            ? null
            : value.ValueKind switch
            {
                JsonValueKind.False => null,
                JsonValueKind.True => new Archived(
                    world.Account.ArchiveReasons.First(reason => !reason.IsHired).Id,
                    createdAt
                ),
                JsonValueKind.Object when body.GetObject("archived") is { } archived => new Archived(
                    SeedReader.ReadReason(world, archived, "reason").Id,
                    SeedReader.ReadTime(archived, "archivedAt") ?? createdAt
                ),
                _ => new Archived(SeedReader.ReadReason(world, body, "archived").Id, createdAt),
            };
}
