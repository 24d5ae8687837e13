using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Dashboard.Live;

namespace CiivSoft.Dashboard.Views;

/// <summary>What the page of the shadow run shows.</summary>
public sealed record ShadowModel
{
    /// <summary>How the account stands.</summary>
    public required AccountBoard Board { get; init; }

    /// <summary>What shadow decided; null when the account does not answer.</summary>
    public ShadowReport? Report { get; init; }

    /// <summary>Names of the people in it, by contact.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Titles of the postings in it.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();
}
