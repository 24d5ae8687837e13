namespace CiivSoft.Grains.Effects;

/// <summary>How effects are performed.</summary>
public sealed record EffectOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long an unknown outcome rests before it is read back, and twice as long as between the two looks that make it
    /// surely absent. With the client's time-out it must exceed Lever's latest commit. The default is 60 seconds.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What is wrong with the settings, naming the key and its range; null when nothing is.</summary>
    public string? Problem =>
        Grace >= Shortest && Grace <= Longest
            ? null
            : $"CiivSoft:Effects:Grace (CIIVSOFT__EFFECTS__GRACE) is {Grace}; it must be {Shortest} to {Longest}.";
}
