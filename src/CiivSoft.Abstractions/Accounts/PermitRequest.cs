namespace CiivSoft.Abstractions.Accounts;

/// <summary>A wish to call Lever.</summary>
/// <param name="Urgency">Which queue it stands in.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.PermitRequest")]
public readonly record struct PermitRequest([property: Id(0)] CallUrgency Urgency);

/// <summary>The answer: call now, or ask again later.</summary>
/// <param name="Wait">When to ask again; zero when granted.</param>
/// <param name="Granted">Whether the call may be made now.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.PermitAnswer")]
public readonly record struct PermitAnswer([property: Id(0)] TimeSpan Wait, [property: Id(1)] bool Granted);

/// <summary>The order in which the rate budget is spent.</summary>
[GenerateSerializer]
[Alias("ciivsoft.CallUrgency")]
public enum CallUrgency
{
    /// <summary>Effects of fresh decisions.</summary>
    Effect = 0,

    /// <summary>Reading for a new application.</summary>
    NewApplication = 1,

    /// <summary>Reading for a new posting.</summary>
    NewPosting = 2,

    /// <summary>Reading for the first synchronisation.</summary>
    Backfill = 3,
}
