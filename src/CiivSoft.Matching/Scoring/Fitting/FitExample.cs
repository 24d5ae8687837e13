namespace CiivSoft.Matching.Scoring.Fitting;

/// <summary>A judged pair.</summary>
/// <param name="Features">In the order of <see cref="MatchFeatures.Names"/>.</param>
/// <param name="IsFit">What people said.</param>
/// <param name="Group">
/// Which labelled set it is from, 0 for the one that the policy is calibrated on. Sets differ in how many of their pairs
/// fit, which says nothing of the features, so each has a bias of its own.
/// </param>
/// <param name="Weight">How many examples it counts for.</param>
internal sealed record FitExample(double[] Features, bool IsFit, int Group = 0, double Weight = 1);
