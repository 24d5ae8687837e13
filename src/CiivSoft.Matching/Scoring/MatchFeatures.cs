namespace CiivSoft.Matching.Scoring;

/// <summary>The similarities that a score is made of; docs/explanation/matching.md says what each looks at.</summary>
internal static class MatchFeatures
{
    /// <summary>The names, in the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    ["occupation", "recent-occupation", "recent-words", "meaning", "shown-at-work"];

    /// <summary>The index of the one that an embedding makes.</summary>
    public static int Meaning { get; } = Names.Index().First(name => name.Item is "meaning").Index;

    public static double[] Of(PostingFeatures posting, ResumeFeatures resume) =>
        [
            posting.Occupations.Cosine(resume.Occupations),
            posting.Occupations.Cosine(resume.RecentOccupations),
            posting.Words.Likeness(resume.RecentWords),
            DenseVector.Cosine(posting.Meaning, resume.Meaning),
            posting.Asked.SharedBy(resume.Work),
        ];
}
