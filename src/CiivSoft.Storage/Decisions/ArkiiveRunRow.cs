namespace CiivSoft.Storage.Decisions;

/// <summary>One ARKiiVE run for a posting: the funnel from everybody to the leads.</summary>
public sealed record ArkiiveRunRow
{
    /// <summary>The posting.</summary>
    public required string PostingId { get; init; }

    /// <summary>1 for the first run of the posting. Unique with the posting.</summary>
    public required int Run { get; init; }

    /// <summary><c>opened</c>, <c>sync-complete</c>, <c>on-demand</c> or <c>refill</c>.</summary>
    public required string Cause { get; init; }

    /// <summary>Vectors searched.</summary>
    public required long Searched { get; init; }

    /// <summary>People fully scored.</summary>
    public required int Scored { get; init; }

    /// <summary>People left out, by reason; JSON object of reason to count.</summary>
    public required string ExcludedJson { get; init; }

    /// <summary>Eligible people at or above the bar.</summary>
    public required int AboveBar { get; init; }

    /// <summary>Leads planned.</summary>
    public required int Leads { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }
}
