using CiivSoft.Matching.Knowledge;

namespace CiivSoft.Matching.Scoring;

/// <summary>All that scoring needs of a posting.</summary>
/// <param name="Words">Weighted words of title and text.</param>
/// <param name="Asked">The weightiest of them, their weights as shares of 1.</param>
/// <param name="Occupations">Title and text over occupations.</param>
/// <param name="Meaning">The embedding of title and text.</param>
/// <param name="Title">The domain embedding of the title alone; that of title and text where there is none.</param>
/// <param name="Vector">For retrieval.</param>
internal sealed record PostingFeatures(
    TermVector Words,
    TermVector Asked,
    OccupationProfile Occupations,
    float[] Meaning,
    float[] Title,
    float[] Vector
);
