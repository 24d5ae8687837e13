using CiivSoft.Abstractions;

namespace CiivSoft.Storage.Effects;

/// <summary>A move or lead that counts against a daily quota.</summary>
public sealed record CountedEffect
{
    /// <summary>The effect.</summary>
    public required string EffectId { get; init; }

    /// <summary>Who decided.</summary>
    public required Solution Solution { get; init; }

    /// <summary>The posting; null when it is about none.</summary>
    public string? PostingId { get; init; }
}
