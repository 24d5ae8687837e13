using CiivSoft.Matching.Knowledge;

namespace CiivSoft.Matching.Scoring;

/// <summary>All that scoring needs of a résumé.</summary>
/// <param name="Words">Weighted words: what stands further up and in roles counts more.</param>
/// <param name="RecentWords">The words of the most recent role; those of the whole text when none was found.</param>
/// <param name="Occupations">The same text as in <paramref name="Words"/> over occupations.</param>
/// <param name="HistoryOccupations">The whole text, every line alike, over occupations.</param>
/// <param name="RecentOccupations">The most recent role, borne out by the text, over occupations; the text when none was found.</param>
/// <param name="Meaning">The domain embedding of the text.</param>
/// <param name="Vector">For retrieval.</param>
internal sealed record ResumeFeatures(
    TermVector Words,
    TermVector RecentWords,
    OccupationProfile Occupations,
    OccupationProfile HistoryOccupations,
    OccupationProfile RecentOccupations,
    float[] Meaning,
    float[] Vector
);
