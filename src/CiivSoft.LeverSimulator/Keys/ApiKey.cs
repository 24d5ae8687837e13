using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Keys;

/// <summary>An API key without its secret, which only the <see cref="KeyRing"/> knows.</summary>
/// <param name="Id">What the history and the administration call it: <c>key-1</c>, <c>key-2</c>, … in the order of making.</param>
/// <param name="Permissions">Names of the tick boxes in Lever's key dialog.</param>
/// <param name="AllowsConfidential">Whether it may see confidential postings and opportunities.</param>
/// <param name="IsRevoked">A revoked key is answered as an unknown one.</param>
/// <param name="Bucket">Its rate limit.</param>
internal sealed record ApiKey(
    string Id,
    ImmutableHashSet<string> Permissions,
    bool AllowsConfidential,
    bool IsRevoked,
    TokenBucket Bucket
);
