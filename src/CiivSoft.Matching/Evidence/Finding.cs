using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

/// <summary>What a résumé shows about one requirement.</summary>
/// <param name="Requirement">The requirement as it was when it was judged.</param>
/// <param name="Judgement">Met, partly, not met or unknown.</param>
/// <param name="Quote">Where the résumé says so; never null for met and partly.</param>
public sealed record Finding(Requirement Requirement, Judgement Judgement, Quote? Quote);
