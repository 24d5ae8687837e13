using CiivSoft.Matching;
using CiivSoft.Matching.Counterfactuals;
using CiivSoft.Matching.Redaction;

namespace CiivSoft.Cli.Audits.Fairness;

/// <summary>Something personal that a redacted text still holds.</summary>
/// <param name="Kind">What.</param>
/// <param name="IsPlanted">True for a detail that the audit put in, found word for word.</param>
internal sealed record FoundLeak(RedactionKind Kind, bool IsPlanted)
{
    /// <summary>
    /// What the scan finds by form and by the known details, and what was put in and is not the résumé's own, sought as
    /// plain text: so the scan is not the judge of itself.
    /// </summary>
    public static IEnumerable<FoundLeak> In(string redacted, string body, Persona person, PersonDetails known) =>
        LeakScan
            .Find(redacted, known)
            .Select(span => new FoundLeak(span.Kind, IsPlanted: false))
            .Concat(
                Planted(person)
                    .Where(detail =>
                        redacted.Contains(detail.Text, StringComparison.OrdinalIgnoreCase)
                        && !body.Contains(detail.Text, StringComparison.OrdinalIgnoreCase)
                    )
                    .Select(detail => new FoundLeak(detail.Kind, IsPlanted: true))
            );

    private static IEnumerable<(RedactionKind Kind, string Text)> Planted(Persona person) =>
        [
            (RedactionKind.Name, person.Name),
            (RedactionKind.Email, person.Email),
            (RedactionKind.Email, person.Email.Split('@')[0]),
            (RedactionKind.Phone, person.Phone),
            (RedactionKind.Address, person.Address),
            (RedactionKind.Address, person.Address.Split(',')[0]),
            (RedactionKind.Photo, person.Photo),
            (RedactionKind.Age, person.BirthDate),
            (RedactionKind.Family, person.MaritalStatus),
            (RedactionKind.Gender, $"{person.He} is known"),
            (RedactionKind.Gender, $"for {person.His} calm"),
        ];
}
