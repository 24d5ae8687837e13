using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>Pages of a record in Lever's web application. They are for people: the client never opens them.</summary>
[SuppressMessage(
    "Design",
    "CA1056",
    Justification = "Lever's text, passed on as it came; it need not be a valid address."
)]
public sealed record LeverUrls
{
    /// <summary>The list in which it appears.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? List { get; init; }

    /// <summary>The record itself.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Show { get; init; }

    /// <summary>Where one applies (postings only).</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Apply { get; init; }
}
