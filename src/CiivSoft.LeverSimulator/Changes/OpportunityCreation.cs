using System.Collections.Immutable;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Changes;

internal static class OpportunityCreation
{
    /// <summary>Lever answers an updatedAt a few milliseconds after createdAt.</summary>
    private const int MillisecondsToUpdate = 3;

    /// <summary>Makes an opportunity. Nothing is said about one that the contact already has on the posting: Lever does not mind.</summary>
    public static (int Number, Effect Effect) Create(SimulatedWorld world, NewOpportunity made)
    {
        var id = new EntityId(made.Id ?? world.Ids.NextId());
        var posting = made.Posting;
        var stageChange = new StageChange(
            made.StageId,
            world.Account.IndexOfStage(made.StageId),
            made.CreatedAt,
            made.UserId
        );
        var number = world.AddOpportunity(
            new Opportunity
            {
                Id = id,
                ContactNumber = made.ContactNumber,
                PostingId = posting?.Id,
                StageId = made.StageId,
                Archived = made.Archived,
                IsConfidential = made.IsConfidential || posting is { IsConfidential: true },
                Tags = [.. made.Tags.Union(posting?.InheritedTags() ?? [])],
                Sources = made.Sources,
                Origin = made.Origin,
                SourcedBy = made.Origin == "sourced" ? made.UserId : null,
                OwnerId = made.OwnerId,
                CreatedAt = made.CreatedAt,
                UpdatedAt = made.UpdatedAt ?? (Math.Max(made.CreatedAt, world.Clock.Now) + MillisecondsToUpdate),
                LastInteractionAt = made.CreatedAt,
                LastAdvancedAt = made.Archived?.At ?? made.CreatedAt,
                Documents = made.Documents,
                Details = new OpportunityDetails
                {
                    StageChanges = [stageChange],
                    Followers = [.. made.Followers.Union(posting?.Followers ?? [])],
                    Application = posting is null ? null : CreateApplication(world, made, posting),
                },
            }
        );
        var effect = CandidacyChanges.Describe(world, EffectKinds.OpportunityCreated, world.GetOpportunity(number));
        return (number, effect with { To = made.StageId });
    }

    /// <summary>A person applies: a new applicant on an open posting, of the contact named, of one with this address, or of a new one.</summary>
    public static (int Number, ImmutableArray<Effect> Effects) Apply(
        SimulatedWorld world,
        Posting posting,
        Applicant applicant,
        string? contactId = null
    )
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        var contactNumber =
            (contactId is null ? null : world.FindContact(contactId))
            ?? FindContact(world, applicant.Contact.Emails)
            ?? AddContact(world, applicant.Contact, effects);
        var contact = applicant.Contact;
        var (number, effect) = Create(
            world,
            new NewOpportunity
            {
                Id = applicant.OpportunityId,
                ContactNumber = contactNumber,
                Posting = posting,
                StageId = WorldDefaults.ApplicantNew,
                Origin = applicant.Origin,
                OwnerId = posting.OwnerId,
                Sources = [applicant.Source],
                CreatedAt = applicant.CreatedAt ?? world.Clock.Now,
                Documents = applicant.Documents,
                Application = new Application
                {
                    Id = world.Ids.NextId(),
                    PostingId = posting.Id,
                    Name = contact.Name,
                    Company = applicant.Company,
                    Email = contact.Emails.FirstOrDefault(),
                    Comments = applicant.Comments,
                    Phone = contact.Phones.FirstOrDefault(),
                    Links = contact.Links,
                    CustomQuestions = applicant.CustomQuestions,
                },
            }
        );
        effects.Add(effect);
        return (number, effects.ToImmutable());
    }

    /// <summary>The oldest contact that has one of these addresses and may still be linked.</summary>
    public static int? FindContact(SimulatedWorld world, ImmutableArray<string> emails) =>
        emails
            .SelectMany(world.FindContactsByEmail)
            .Where(number => !world.GetContact(number).IsAnonymized)
            .Select(number => (int?)number)
            .FirstOrDefault();

    public static int AddContact(SimulatedWorld world, Contact contact, ICollection<Effect> effects)
    {
        var number = world.AddContact(contact);
        effects.Add(new Effect(EffectKinds.ContactCreated) { ContactId = contact.Id.ToString() });
        return number;
    }

    private static Application CreateApplication(SimulatedWorld world, NewOpportunity made, Posting posting)
    {
        var application =
            made.Application
            ?? new Application
            {
                Id = world.Ids.NextId(),
                PostingId = posting.Id,
                Type = "user",
                UserId = made.UserId,
            };
        return application with
        {
            PostingOwner = posting.OwnerId,
            PostingHiringManager = posting.HiringManagerId,
            CreatedAt = made.CreatedAt + 1,
        };
    }
}
