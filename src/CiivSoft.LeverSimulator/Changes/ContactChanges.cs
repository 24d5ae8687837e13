using System.Collections.Immutable;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Changes;

/// <summary>Changes of a person. They move <c>updatedAt</c> of all the person's opportunities.</summary>
internal static class ContactChanges
{
    public static Effect? AddLinks(SimulatedWorld world, int number, ImmutableArray<string> links)
    {
        var opportunity = world.GetOpportunity(number);
        var contact = world.GetContact(opportunity.ContactNumber);
        ImmutableArray<string> added =
        [
            .. links.Select(NormalizeLink).Where(link => link.Length > 0).Except(contact.Links),
        ];
        return ChangeLinks(world, opportunity, EffectKinds.LinksAdded, [.. contact.Links, .. added], added);
    }

    public static Effect? RemoveLinks(SimulatedWorld world, int number, ImmutableArray<string> links)
    {
        var opportunity = world.GetOpportunity(number);
        var contact = world.GetContact(opportunity.ContactNumber);
        ImmutableArray<string> removed = [.. links.Select(NormalizeLink).Intersect(contact.Links)];
        return ChangeLinks(world, opportunity, EffectKinds.LinksRemoved, [.. contact.Links.Except(removed)], removed);
    }

    /// <summary>Puts a new state in the place of the one before.</summary>
    public static Effect? Replace(SimulatedWorld world, int contactNumber, Contact contact)
    {
        if (world.GetContact(contactNumber) == contact)
        {
            return null;
        }

        world.ReplaceContact(contactNumber, contact);
        foreach (var number in world.GetOpportunitiesOf(contactNumber))
        {
            world.ReplaceOpportunity(number, world.GetOpportunity(number) with { UpdatedAt = world.Clock.Now });
        }

        return new Effect(EffectKinds.ContactUpdated) { ContactId = contact.Id.ToString() };
    }

    /// <summary>Takes the personal data out of an opportunity; out of the contact too when it was the last one that had any.</summary>
    public static Effect? Anonymize(SimulatedWorld world, int number)
    {
        var opportunity = world.GetOpportunity(number);
        if (opportunity.IsAnonymized)
        {
            return null;
        }

        var details = world.GetDetails(number, opportunity);
        world.ReplaceOpportunity(
            number,
            opportunity with
            {
                IsAnonymized = true,
                UpdatedAt = world.Clock.Now,
                Documents = OpportunityDocuments.Empty,
                Details = details with
                {
                    Notes = [],
                    Records = OpportunityDetails.Empty.Records,
                    Application = details.Application is { } application ? Anonymize(application) : null,
                },
            }
        );
        if (world.GetOpportunitiesOf(opportunity.ContactNumber).All(other => world.GetOpportunity(other).IsAnonymized))
        {
            var id = world.GetContact(opportunity.ContactNumber).Id;
            world.ReplaceContact(opportunity.ContactNumber, new Contact { Id = id, IsAnonymized = true });
        }

        return CandidacyChanges.Describe(world, EffectKinds.OpportunityAnonymized, opportunity);
    }

    /// <summary>As Lever stores it: with a scheme.</summary>
    public static string NormalizeLink(string link)
    {
        var trimmed = link.Trim();
        return trimmed.Length == 0 || trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : "http://" + trimmed;
    }

    private static Effect? ChangeLinks(
        SimulatedWorld world,
        Opportunity opportunity,
        string kind,
        ImmutableArray<string> links,
        ImmutableArray<string> changed
    )
    {
        if (changed.Length == 0)
        {
            return null;
        }

        var contact = world.GetContact(opportunity.ContactNumber);
        Replace(world, opportunity.ContactNumber, contact with { Links = links });
        return CandidacyChanges.Describe(world, kind, opportunity) with { Values = changed };
    }

    private static Application Anonymize(Application application) =>
        application with
        {
            Name = null,
            Company = null,
            Email = null,
            Comments = null,
            Phone = null,
            Links = [],
            CustomQuestions = null,
        };
}
