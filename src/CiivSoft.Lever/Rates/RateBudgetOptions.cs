namespace CiivSoft.Lever.Rates;

/// <summary>The rate of one API key. Lever allows 10 requests a second and bursts of 20.</summary>
public sealed record RateBudgetOptions
{
    /// <summary>
    /// Requests a second when all is well. The default is 9.9: one percent less than Lever's, so that clocks may differ.
    /// </summary>
    public double Ceiling { get; init; } = 9.9;

    /// <summary>Requests a second below which 429s do not push. The default is 1.</summary>
    public double Floor { get; init; } = 1;

    /// <summary>
    /// Requests that may go out at once, also at the start. The default is 5: far below Lever's 20,
    /// because answers and clocks jitter and a restart begins with a full burst.
    /// </summary>
    public int Burst { get; init; } = 5;

    /// <summary>
    /// Requests that may go out at once at the start; null for <see cref="Burst"/>. Less than that, so that restarts in a row
    /// do not add up to more than Lever's 20.
    /// </summary>
    public int? BurstAtStart { get; init; }

    /// <summary>What is left of the rate after a 429. The default is 0.7.</summary>
    public double DecreaseFactor { get; init; } = 0.7;

    /// <summary>Requests a second that come back each second without a 429. The default is 0.1.</summary>
    public double Recovery { get; init; } = 0.1;

    /// <summary>The pause after a 429 that does not say how long. The default is 1 second.</summary>
    public TimeSpan DefaultPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time after which an asker is told to ask again. The default is 5 seconds.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the place of somebody who should have asked again is kept. The default is 500 ms.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMilliseconds(500);
}
