namespace CiivSoft.Lab.Rate;

/// <summary>A backlog at Lever's true rate.</summary>
internal sealed record RatePlan
{
    public int Silos { get; init; } = 1;

    /// <summary>Calls after which it is over.</summary>
    public int Calls { get; init; } = 5000;

    /// <summary>Requests a second that another client makes with the same key; 0 for no other client.</summary>
    public double Foreign { get; init; }

    /// <summary>Requests a second that Lever permits.</summary>
    public double Rate { get; init; } = 10;

    public int Seed { get; init; } = 1;
}
