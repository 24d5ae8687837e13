using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Matching.Scoring;

/// <summary>How similarities become a probability, and how much of it each solution asks for.</summary>
internal sealed record MatchPolicy
{
    private const double HighestCut = 0.97;

    /// <summary>Changes with the content.</summary>
    public required string Version { get; init; }

    /// <summary>In the order of <see cref="MatchFeatures.Names"/>.</summary>
    public required IReadOnlyList<FeatureWeight> Weights { get; init; }

    /// <summary>The log odds of a fit where every feature has its mean.</summary>
    public required double Bias { get; init; }

    /// <summary>What is left of the probability when a required credential is not shown; below every cut.</summary>
    public required double WithoutCredential { get; init; }

    public required double ArkiiveCut { get; init; }

    public required double FiilterCut { get; init; }

    /// <summary>By how much REFiiNE's bar rises, in log odds, when the number of postings grows e-fold.</summary>
    public required double RefiineRise { get; init; }

    /// <summary>The probability of a fit where the résumé may lack a credential that the posting requires.</summary>
    public double Score(ReadOnlySpan<double> features, bool lacksCredential) =>
        lacksCredential ? WithoutCredential * Calibrate(features) : Calibrate(features);

    /// <summary>The calibrated probability; features in the order of the weights.</summary>
    public double Calibrate(ReadOnlySpan<double> features) => Logistic(LogOdds(features));

    /// <summary>The weighted sum behind <see cref="Calibrate"/>.</summary>
    public double LogOdds(ReadOnlySpan<double> features)
    {
        var odds = Bias;
        for (var i = 0; i < features.Length; i++)
        {
            odds += Weights[i].Weight * ((features[i] - Weights[i].Mean) / Weights[i].Deviation);
        }

        return odds;
    }

    public double RefiineCut(int openPostings)
    {
        var rise = RefiineRise * StableMath.Log(Math.Max(1, openPostings));
        var cut = Logistic(StableMath.Log(FiilterCut / (1 - FiilterCut)) + rise);
        return Math.Clamp(cut, FiilterCut, HighestCut);
    }

    private static double Logistic(double odds) => 1 / (1 + StableMath.Exp(Math.Clamp(-odds, -700, 700)));
}
