namespace CiivSoft.Matching.Embeddings;

/// <summary>1 + ln n for a word that a text holds n times, the same bits everywhere.</summary>
internal static class TermWeights
{
    /// <summary>More occurrences than these count no more.</summary>
    public const int MostCounted = 1024;

    private static readonly double[] Weights =
    [
        0,
        .. Enumerable.Range(1, MostCounted).Select(n => 1 + StableMath.Log(n)),
    ];

    public static double Largest => Weights[MostCounted];

    public static double Of(int occurrences) => Weights[Math.Min(occurrences, MostCounted)];
}
