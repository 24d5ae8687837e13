namespace CiivSoft.Grains.Effects;

/// <summary>How effects are performed.</summary>
public sealed record EffectOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How much longer than the client waits for an answer (<c>Lever:WriteTimeout</c>) Lever may take to commit a write.
    /// An unknown outcome that is not found until then was never sent. The default is 60 seconds; a quarter of it more lies between
    /// the two looks that make it surely absent.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What is wrong with the settings, naming the key and its range; null when nothing is.</summary>
    public string? Problem =>
        Grace >= Shortest && Grace <= Longest
            ? null
            : $"CiivSoft:Effects:Grace (CIIVSOFT__EFFECTS__GRACE) is {Grace}; it must be {Shortest} to {Longest}.";
}
