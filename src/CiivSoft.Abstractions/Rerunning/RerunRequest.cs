using System.Collections.Immutable;

namespace CiivSoft.Abstractions.Rerunning;

/// <summary>What is to be decided again. Exactly one of opportunity and posting.</summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.RerunRequest")]
public sealed record RerunRequest
{
    /// <summary>An application's opportunity.</summary>
    [Id(0)]
    public string? OpportunityId { get; init; }

    /// <summary>A posting: its applications that were decided, and ARKiiVE for it.</summary>
    [Id(1)]
    public string? PostingId { get; init; }

    /// <summary>Whether to say what would be queued and do nothing.</summary>
    [Id(2)]
    public bool IsDryRun { get; init; }

    /// <summary>An application.</summary>
    public static RerunRequest OfOpportunity(string opportunityId) => new() { OpportunityId = opportunityId };

    /// <summary>A posting.</summary>
    public static RerunRequest OfPosting(string postingId) => new() { PostingId = postingId };
}

/// <summary>What was queued.</summary>
/// <param name="Applications">Opportunities whose applications are decided again.</param>
/// <param name="RunsArkiive">Whether ARKiiVE runs for the posting.</param>
/// <param name="Skipped">Opportunities that are not decided again, with the reason.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.RerunAnswer")]
public sealed record RerunAnswer(
    [property: Id(0)] ImmutableArray<string> Applications,
    [property: Id(1)] bool RunsArkiive,
    [property: Id(2)] ImmutableArray<RerunSkip> Skipped
);

/// <summary>An opportunity that is not decided again.</summary>
/// <param name="OpportunityId">The opportunity; for a posting, the posting.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.RerunSkip")]
public sealed record RerunSkip([property: Id(0)] string OpportunityId, [property: Id(1)] string Reason);
