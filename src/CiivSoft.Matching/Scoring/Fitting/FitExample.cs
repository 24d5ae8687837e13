namespace CiivSoft.Matching.Scoring.Fitting;

/// <summary>A judged pair.</summary>
/// <param name="Features">In the order of <see cref="MatchFeatures.Names"/>.</param>
/// <param name="IsFit">What people said.</param>
internal sealed record FitExample(double[] Features, bool IsFit);
