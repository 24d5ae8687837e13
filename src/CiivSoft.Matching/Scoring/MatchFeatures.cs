namespace CiivSoft.Matching.Scoring;

/// <summary>The similarities that a score is made of; docs/explanation/matching.md says what each looks at.</summary>
internal static class MatchFeatures
{
    /// <summary>The names, in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    ["occupation", "recent-occupation", "recent-words", "meaning", "shown-at-work", "recent-title", "any-title"];

    // What somebody was called two jobs ago still tells, but less than what the latest job is called.
    private const double TitleFading = 0.85;

    /// <summary>The index of the one that an embedding makes.</summary>
    public static int Meaning { get; } = Names.Index().First(name => name.Item is "meaning").Index;

    public static double[] Of(PostingFeatures posting, ResumeFeatures resume) =>
        [
            posting.Occupations.Cosine(resume.Occupations),
            posting.Occupations.Cosine(resume.RecentOccupations),
            posting.Words.Likeness(resume.RecentWords),
            DenseVector.Cosine(posting.Meaning, resume.Meaning),
            posting.Asked.SharedBy(resume.Work),
            DenseVector.Cosine(posting.Title, resume.Titles[0]),
            BestTitle(posting.Title, resume.Titles),
        ];

    private static double BestTitle(float[] asked, IReadOnlyList<float[]> titles)
    {
        var (best, weight) = (0.0, 1.0);
        foreach (var title in titles)
        {
            best = Math.Max(best, weight * DenseVector.Cosine(asked, title));
            weight *= TitleFading;
        }

        return best;
    }
}
