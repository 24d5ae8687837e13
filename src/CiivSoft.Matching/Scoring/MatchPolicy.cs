namespace CiivSoft.Matching.Scoring;

/// <summary>How similarity becomes a probability, and how much of it each solution asks for.</summary>
internal sealed record MatchPolicy(string Version, double Slope, double Midpoint, double ArkiiveCut, double FiilterCut)
{
    public static MatchPolicy Default { get; } = new("cuts-0", 12, 0.25, 0.5, 0.5);

    public double Calibrate(double similarity) => 1 / (1 + Math.Exp(-Slope * (similarity - Midpoint)));

    public double RefiineCut(int openPostings) =>
        Math.Min(0.95, FiilterCut + (0.05 * Math.Log2(Math.Max(1, openPostings))));
}
