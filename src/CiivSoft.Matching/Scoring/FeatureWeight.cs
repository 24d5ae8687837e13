namespace CiivSoft.Matching.Scoring;

/// <summary>What a feature adds to the log odds of a fit.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Weight">For one standard deviation; never negative, so that the score never falls when the feature rises.</param>
/// <param name="Mean">Of the feature over the pairs that the weights were fitted on.</param>
/// <param name="Deviation">Its standard deviation there.</param>
internal sealed record FeatureWeight(string Name, double Weight, double Mean, double Deviation);
