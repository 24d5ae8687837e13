namespace CiivSoft.Lab.Chaos;

/// <summary>How a cell ended.</summary>
/// <param name="Cell">Its name.</param>
/// <param name="Seed">What it was played with.</param>
/// <param name="Skipped">Why it was not played; null when it was.</param>
/// <param name="Seconds">From the connection until nothing was left; judging is not in it.</param>
/// <param name="RecoverySeconds">From the end of the trouble until an application was decided that arrived just then; null when nobody waited for one.</param>
/// <param name="Findings">What does not hold. Empty is a pass.</param>
/// <param name="Figures">What the cell measured.</param>
internal sealed record CellResult(
    string Cell,
    int Seed,
    string? Skipped,
    double Seconds,
    double? RecoverySeconds,
    IReadOnlyList<string> Findings,
    IReadOnlyList<string> Figures
)
{
    public string Verdict =>
        Skipped is not null ? "skipped"
        : Findings.Count == 0 ? "pass"
        : "FAIL";
}
