using CiivSoft.Abstractions.Accounts;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Dashboard.Views;

/// <summary>What the page of a posting shows.</summary>
public sealed record PostingModel
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Lever's state.</summary>
    public required string State { get; init; }

    /// <summary>Published or internal.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Null when Lever has none.</summary>
    public string? Location { get; init; }

    /// <summary>Link to the posting; null for none, and for an address that is none of the web.</summary>
    public Uri? Url { get; init; }

    /// <summary>Its text as it is compared.</summary>
    public required string Text { get; init; }

    /// <summary>Whether new writes for it are held back.</summary>
    public bool IsPaused { get; init; }

    /// <summary>What restricts it; null when nothing does.</summary>
    public PostingSwitch? Switch { get; init; }

    /// <summary>Its requirements, as the newest decision judged them; empty before the first.</summary>
    public required IReadOnlyList<EvidenceRequirement> Requirements { get; init; }

    /// <summary>ARKiiVE's runs, newest first.</summary>
    public required IReadOnlyList<Funnel> Runs { get; init; }

    /// <summary>What recruiters made of the leads.</summary>
    public required LeadFeedback Feedback { get; init; }

    /// <summary>Decisions for this posting, newest first.</summary>
    public required IReadOnlyList<DecisionLine> Decisions { get; init; }

    /// <summary>Names of the people in them.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }
}
