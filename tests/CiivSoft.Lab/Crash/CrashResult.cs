namespace CiivSoft.Lab.Crash;

/// <summary>How a pass of the crash run ended.</summary>
/// <param name="Seconds">From the first arrival until nothing was left to do.</param>
/// <param name="Kills">How many silos were killed.</param>
/// <param name="Findings">What the checker found, a line each.</param>
internal sealed record CrashResult(double Seconds, int Kills, IReadOnlyList<string> Findings);
