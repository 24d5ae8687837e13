namespace CiivSoft.LeverSimulator.Faults;

/// <param name="Name">Of <see cref="FaultNames"/>; null for none.</param>
/// <param name="Delay">How long the answer waits.</param>
/// <param name="Chance">From 0 up to 1: decides what the kind of fault leaves open.</param>
internal sealed record Fault(string? Name, TimeSpan Delay, double Chance);
