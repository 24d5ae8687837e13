using CiivSoft.Matching.Knowledge;
using CiivSoft.Matching.Roles;

namespace CiivSoft.Matching.Scoring;

/// <summary>All that scoring needs of a résumé.</summary>
/// <param name="RecentWords">The words of the most recent role; those of the whole text when none was found.</param>
/// <param name="Work">How well the work history shows each of its words: ½ when it stands there once, ⅔ twice, and so on.</param>
/// <param name="Occupations">The text over occupations; what stands further up and in roles counts more.</param>
/// <param name="RecentOccupations">The most recent role, borne out by the text, over occupations; the text when none was found.</param>
/// <param name="Meaning">The embedding of the text.</param>
/// <param name="Titles">Domain embeddings of the latest roles' titles, latest first; that of the text where there is none.</param>
/// <param name="Titled">The roles of <paramref name="Titles"/>; none where the text stands in for them.</param>
/// <param name="Vector">For retrieval.</param>
internal sealed record ResumeFeatures(
    TermVector RecentWords,
    TermVector Work,
    OccupationProfile Occupations,
    OccupationProfile RecentOccupations,
    float[] Meaning,
    IReadOnlyList<float[]> Titles,
    IReadOnlyList<Role> Titled,
    float[] Vector
);
