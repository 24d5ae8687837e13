using CiivSoft.LeverSimulator.Changes;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>What became of a request.</summary>
internal sealed record Outcome
{
    public required Answer Answer { get; init; }

    /// <summary>Null when the request had no valid key.</summary>
    public string? KeyId { get; init; }

    /// <summary>Method and template; null when nothing fits.</summary>
    public string? Route { get; init; }

    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>The world's time.</summary>
    public required long CommittedAt { get; init; }

    public required long CommittedAtReal { get; init; }
}
