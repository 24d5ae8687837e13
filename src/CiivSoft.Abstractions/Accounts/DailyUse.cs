using System.Collections.Immutable;

namespace CiivSoft.Abstractions.Accounts;

/// <summary>How much of the daily quotas is used.</summary>
/// <param name="EndsAt">When the day ends and what waits goes on.</param>
/// <param name="Quotas">Those that are set; of postings, those that something was written for today.</param>
/// <param name="Waiting">Moves and leads that wait for the next day.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.DailyUse")]
public sealed record DailyUse(
    [property: Id(0)] DateTimeOffset EndsAt,
    [property: Id(1)] ImmutableArray<QuotaUse> Quotas,
    [property: Id(2)] long Waiting
);

/// <summary>One quota: the account's where solution and posting are null.</summary>
/// <param name="Solution">Of this solution.</param>
/// <param name="PostingId">Of this posting.</param>
/// <param name="Used">Written today, or possibly written.</param>
/// <param name="Limit">At most so many.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.QuotaUse")]
public sealed record QuotaUse(
    [property: Id(0)] Solution? Solution,
    [property: Id(1)] string? PostingId,
    [property: Id(2)] int Used,
    [property: Id(3)] int Limit
);
