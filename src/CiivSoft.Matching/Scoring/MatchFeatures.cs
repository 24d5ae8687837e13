using CiivSoft.Matching.Roles;

namespace CiivSoft.Matching.Scoring;

/// <summary>The similarities that a score is made of; docs/explanation/matching.md says what each looks at.</summary>
internal static class MatchFeatures
{
    /// <summary>The names, in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    ["occupation", "recent-occupation", "recent-words", "meaning", "shown-at-work", "recent-title", "any-title"];

    // What somebody was called two jobs ago still tells, but less than what the latest job is called.
    private const double TitleFading = 0.85;

    // The sense limit of matching.md: titles count at most as alike as the occupations that the texts tell of bear out.
    private const double LeastOccupation = 0.15;
    private const double TitleToOccupation = 2;

    /// <summary>The index of the one that an embedding makes.</summary>
    public static int Meaning { get; } = Names.Index().First(name => name.Item is "meaning").Index;

    public static double[] Of(PostingFeatures posting, ResumeFeatures resume)
    {
        var occupation = posting.Occupations.Cosine(resume.Occupations);
        var recentOccupation = posting.Occupations.Cosine(resume.RecentOccupations);
        var borneOut = BorneOut(occupation, recentOccupation);
        return
        [
            occupation,
            recentOccupation,
            posting.Words.Likeness(resume.RecentWords),
            DenseVector.Cosine(posting.Meaning, resume.Meaning),
            posting.Asked.SharedBy(resume.Work),
            Math.Min(borneOut, DenseVector.Cosine(posting.Title, resume.Titles[0])),
            Math.Min(borneOut, BestTitle(posting.Title, resume.Titles)),
        ];
    }

    /// <summary>
    /// Which of the résumé's roles is called most like what the posting asks for, and how alike the two are as far as the texts
    /// bear it out, 0 to 1; null where no role or no title is known.
    /// </summary>
    public static (Role Role, double Likeness)? ClosestRole(PostingFeatures posting, ResumeFeatures resume)
    {
        if (resume.Titled.Count == 0)
        {
            return null;
        }

        var (role, title) = resume.Titled.Zip(resume.Titles).MaxBy(t => DenseVector.Cosine(posting.Title, t.Second));
        var borneOut = BorneOut(
            posting.Occupations.Cosine(resume.Occupations),
            posting.Occupations.Cosine(resume.RecentOccupations)
        );
        return (role, Math.Min(borneOut, DenseVector.Cosine(posting.Title, title)));
    }

    private static double BorneOut(double occupation, double recentOccupation) =>
        TitleToOccupation * Math.Max(0, Math.Max(occupation, recentOccupation) - LeastOccupation);

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
