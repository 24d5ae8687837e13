using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Matching.Scoring;

/// <summary>How similarities become a probability, and how much of it each solution asks for.</summary>
internal sealed record MatchPolicy
{
    private const double HighestCut = 0.97;

    /// <summary>All weights zero, so every pair scores one half.</summary>
    public static MatchPolicy Unfitted { get; } =
        new()
        {
            Version = "unfitted",
            Told = LinearModel.Unfitted,
            Listed = LinearModel.Unfitted,
            WithoutCredential = 0,
            ArkiiveCut = 0.5,
            FiilterCut = 0.5,
            RefiineRise = 0,
        };

    /// <summary>Changes with the content.</summary>
    public required string Version { get; init; }

    /// <summary>For postings that tell of the work.</summary>
    public required LinearModel Told { get; init; }

    /// <summary>
    /// For postings that only list skills: without duties and often without a title they do not tell the occupation well, so
    /// what the work history shows counts more.
    /// </summary>
    public required LinearModel Listed { get; init; }

    /// <summary>What is left of the probability when a required credential is not shown; below every cut.</summary>
    public required double WithoutCredential { get; init; }

    public required double ArkiiveCut { get; init; }

    public required double FiilterCut { get; init; }

    /// <summary>By how much REFiiNE's bar rises, in log odds, when the number of postings grows e-fold.</summary>
    public required double RefiineRise { get; init; }

    public LinearModel ModelFor(bool isSkillList) => isSkillList ? Listed : Told;

    /// <summary>The probability of a fit where the résumé may lack a credential that the posting requires.</summary>
    /// <param name="features">In the order of <see cref="MatchFeatures.Names"/>.</param>
    /// <param name="isSkillList">Whether the posting only lists skills.</param>
    /// <param name="lacksCredential">Whether a required credential is not shown.</param>
    public double Score(ReadOnlySpan<double> features, bool isSkillList, bool lacksCredential)
    {
        var probability = ModelFor(isSkillList).Probability(features);
        return lacksCredential ? WithoutCredential * probability : probability;
    }

    public double RefiineCut(int openPostings)
    {
        var rise = RefiineRise * StableMath.Log(Math.Max(1, openPostings));
        var cut = LinearModel.Logistic(StableMath.Log(FiilterCut / (1 - FiilterCut)) + rise);
        return Math.Clamp(cut, FiilterCut, HighestCut);
    }
}
