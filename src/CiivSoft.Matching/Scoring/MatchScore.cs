namespace CiivSoft.Matching.Scoring;

/// <summary>How well a résumé fits a posting: judged on the texts, or not judgeable for a reason.</summary>
public abstract record MatchScore
{
    private MatchScore(double value) => Value = value;

    /// <summary>
    /// The calibrated probability of a fit, 0 to 1, comparable across postings; 0 when the pair cannot be judged.
    /// </summary>
    public double Value { get; }

    /// <summary>Both texts say enough.</summary>
    public sealed record Judgeable : MatchScore
    {
        internal Judgeable(double value, IReadOnlyList<MatchFeature> features)
            : base(value) => Features = features;

        /// <summary>What the value was computed from, in the model's order.</summary>
        public IReadOnlyList<MatchFeature> Features { get; }

        /// <summary>
        /// Regulated credentials that the posting requires and the résumé does not show. Where there is one, the value
        /// stays below every bar, whatever the features: the law lets nobody do such work without.
        /// </summary>
        public IReadOnlyList<string> MissingCredentials { get; init; } = [];
    }

    /// <summary>One of the texts does not say enough; nothing may be decided on this pair but "not judged".</summary>
    public sealed record Unjudgeable : MatchScore
    {
        internal Unjudgeable(UnjudgeableReason reason)
            : base(0) => Reason = reason;

        /// <summary>The first reason found, the posting's before the résumé's.</summary>
        public UnjudgeableReason Reason { get; }
    }
}
