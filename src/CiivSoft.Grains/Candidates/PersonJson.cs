using System.Text.Json;
using System.Text.Json.Serialization;
using CiivSoft.Lever.Resources;
using CiivSoft.Matching;

namespace CiivSoft.Grains.Candidates;

/// <summary>Names, e-mails, phones and places that Lever knows of a person, as they are kept for redaction.</summary>
internal static partial class PersonJson
{
    public static string Write(LeverOpportunity opportunity) =>
        JsonSerializer.Serialize(
            new PersonDetails
            {
                Names = NotEmpty([opportunity.Name]),
                Emails = NotEmpty(opportunity.Emails),
                Phones = NotEmpty(opportunity.Phones.Select(p => p.Value)),
                Places = NotEmpty([opportunity.Location]),
            },
            Serializer.Default.PersonDetails
        );

    public static PersonDetails Read(string? json) =>
        string.IsNullOrEmpty(json)
            ? PersonDetails.None
            : JsonSerializer.Deserialize(json, Serializer.Default.PersonDetails) ?? PersonDetails.None;

    private static string[] NotEmpty(IEnumerable<string> values) =>
        [.. values.Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal)];

    [JsonSerializable(typeof(PersonDetails))]
    private sealed partial class Serializer : JsonSerializerContext;
}
