namespace CiivSoft.Lever.Rates;

/// <summary>The answer to asking for a permit.</summary>
/// <param name="IsGranted">Whether one request may be sent now.</param>
/// <param name="AskAgainAfter">When it may not: when to ask again. Until shortly after that moment, lower priorities do not overtake.</param>
public readonly record struct RateReservation(bool IsGranted, TimeSpan AskAgainAfter);
