using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>A person.</summary>
public sealed record LeverContact
{
    /// <summary>The contact's id.</summary>
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

    /// <summary>The full name; may be empty.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Companies or schools; may be empty.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Headline
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Personal data are gone for good; cannot become a lead.</summary>
    [JsonConverter(typeof(FlagConverter))]
    public bool IsAnonymized { get; init; }

    /// <summary>The place; may be empty.</summary>
    [JsonConverter(typeof(LocationConverter))]
    public string Location
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>E-mail addresses.</summary>
    [JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string> Emails
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Telephone numbers.</summary>
    [JsonConverter(typeof(OptionalListConverter<LeverPhone>))]
    public IReadOnlyList<LeverPhone> Phones
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The id only: the rest is personal data.</summary>
    public override string ToString() => $"contact {Id}";
}
