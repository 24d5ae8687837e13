namespace CiivSoft.Lab.Crash;

/// <summary>How a pass of the crash run ended.</summary>
/// <param name="Seconds">From the first arrival until nothing was left to do.</param>
/// <param name="Kills">How many silos were killed.</param>
/// <param name="Calls">Calls to Lever in that time, by route, whatever was answered.</param>
/// <param name="Findings">What the checker found, a line each.</param>
internal sealed record CrashResult(
    double Seconds,
    int Kills,
    IReadOnlyDictionary<string, long> Calls,
    IReadOnlyList<string> Findings
)
{
    public long AllCalls => Calls.Values.Sum();
}
