namespace CiivSoft.Abstractions.Postings;

/// <summary>What ARKiiVE did for a posting.</summary>
/// <param name="Runs">Runs since this account was connected.</param>
/// <param name="LastRunAt">When it last ran; null when it never did.</param>
/// <param name="Leads">Leads planned in all.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.PostingStatus")]
public sealed record PostingStatus(
    [property: Id(0)] int Runs,
    [property: Id(1)] DateTimeOffset? LastRunAt,
    [property: Id(2)] int Leads
);
