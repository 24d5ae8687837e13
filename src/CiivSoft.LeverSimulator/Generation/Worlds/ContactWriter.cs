using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Generation.Documents;
using CiivSoft.LeverSimulator.Generation.People;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>Writes people as Lever knows them.</summary>
/// <param name="now">Of the world, in milliseconds.</param>
internal sealed class ContactWriter(long now)
{
    private const long Day = 24L * 60 * 60 * 1000;

    public Contact Write(PlannedContact planned, EntityId id)
    {
        if (planned.Standing == ContactStanding.Anonymized)
        {
            return new Contact { Id = id, IsAnonymized = true };
        }

        var person = PersonFactory.Create(planned.Person);
        var dice = planned.Person.Dice("contact");
        return new Contact
        {
            Id = id,
            Name = planned.IsSecondEntry ? WriteAgain(person.Name) : person.TypedName,
            Headline = Headline(person),
            Location = dice.Chance(0.85) ? person.Place : "",
            Emails = EmailsOf(planned),
            Phones = dice.Chance(0.9) ? [new Phone(dice.Chance(0.8) ? "mobile" : null, person.Telephone)] : [],
            Links = person.Links,
            DataProtection = ProtectionOf(planned.Standing),
        };
    }

    /// <summary>The addresses alone.</summary>
    public static ImmutableArray<string> EmailsOf(PlannedContact planned)
    {
        if (planned.Standing == ContactStanding.Anonymized)
        {
            return [];
        }

        var email = PersonName.Create(planned.Person).Email;
        return [planned.IsSecondEntry ? char.ToUpperInvariant(email[0]) + email[1..] : email];
    }

    public static string Headline(Person person) =>
        string.Join(
            ", ",
            ResumeComposer
                .JobsAsOf(person, person.Seed.Now)
                .Select(job => job.Employer)
                .Distinct(StringComparer.Ordinal)
                .Take(2)
        );

    // Typed a second time by somebody in a hurry.
    private static string WriteAgain(string name) => PersonName.ToAscii(name);

    private DataProtection? ProtectionOf(ContactStanding standing)
    {
        var granted = new Consent(Allowed: true, now + (400 * Day));
        return standing switch
        {
            ContactStanding.StoringExpired => new DataProtection(
                new Consent(Allowed: false, now - (12 * Day)),
                new Consent(Allowed: false, now - (12 * Day))
            ),
            ContactStanding.NotToBeContacted => new DataProtection(granted, new Consent(Allowed: false, null)),
            _ => null,
        };
    }
}
