using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Dashboard.Views;

/// <summary>What the page of a person shows.</summary>
public sealed record CandidateModel
{
    /// <summary>The person's name.</summary>
    public required string Person { get; init; }

    /// <summary>How far reading the newest résumé got.</summary>
    public required ResumeStatus ResumeStatus { get; init; }

    /// <summary>ISO country; null when unknown.</summary>
    public string? Country { get; init; }

    /// <summary>Whether the résumé says so.</summary>
    public bool WillingToRelocate { get; init; }

    /// <summary>The person's opportunities, over duplicate contacts, newest first.</summary>
    public required IReadOnlyList<OpportunityRow> Opportunities { get; init; }

    /// <summary>Titles of the postings in them.</summary>
    public required IReadOnlyDictionary<string, string> Postings { get; init; }

    /// <summary>Decisions about the contact, newest first.</summary>
    public required IReadOnlyList<DecisionLine> Decisions { get; init; }
}
