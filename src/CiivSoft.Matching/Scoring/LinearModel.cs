using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Matching.Scoring;

/// <summary>A weighted sum of features as log odds. No weight is negative, so the probability never falls when a feature rises.</summary>
/// <param name="Weights">In the order of <see cref="MatchFeatures.Names"/>.</param>
/// <param name="Bias">The log odds of a fit where every feature has its mean.</param>
internal sealed record LinearModel(IReadOnlyList<FeatureWeight> Weights, double Bias)
{
    public static LinearModel Unfitted { get; } =
        new([.. MatchFeatures.Names.Select(name => new FeatureWeight(name, 0, 0, 1))], 0);

    public double Probability(ReadOnlySpan<double> features) => Logistic(LogOdds(features));

    public double LogOdds(ReadOnlySpan<double> features)
    {
        var odds = Bias;
        for (var i = 0; i < features.Length; i++)
        {
            odds += Weights[i].Weight * ((features[i] - Weights[i].Mean) / Weights[i].Deviation);
        }

        return odds;
    }

    internal static double Logistic(double odds) => 1 / (1 + StableMath.Exp(Math.Clamp(-odds, -700, 700)));
}
