namespace CiivSoft.Training.Embedding;

/// <summary>Common English words that never enter the vocabulary, so the reader of the model needs no list of its own.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> English =
    [
        .. """
            a about above after again against all also am an and any are aren as at be because been before being below
            between both but by can could couldn did didn do does doesn doing don down during each etc few for from further
            had hadn has hasn have haven having he her here hers herself him himself his how if in into is isn it its itself
            just ll may me might more most must my myself no nor not now of off on once only or other our ours ourselves out
            over own per re same shall she should shouldn so some such than that the their theirs them themselves then there
            these they this those through to too under until up upon us ve very via was wasn we were weren what when where
            which while who whom why will with within without won would wouldn you your yours yourself yourselves
            """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>Stop words and single letters, but for the programming languages c and r.</summary>
    public static bool Contains(string word) =>
        English.Contains(word) || (word.Length == 1 && word is not ("c" or "r"));
}
