namespace CiivSoft.Matching.Vectors;

/// <summary>The second step of a search: exact scores for the few rows that the bytes found.</summary>
public static class VectorRescoring
{
    /// <summary>
    /// How many hits to ask of the shards for each one wanted: the exact best 7 lay within the best 50 by bytes in every
    /// trial, so 8 leaves a margin.
    /// </summary>
    public const int Oversampling = 8;

    /// <summary>
    /// Scores each vector by <see cref="Float32Dot"/> and returns the best <paramref name="count"/>, best first, equal
    /// scores by ordinal id; the order of the input does not matter.
    /// </summary>
    public static IReadOnlyList<VectorHit> Best(
        ReadOnlySpan<float> query,
        IEnumerable<KeyValuePair<string, float[]>> vectors,
        int count
    )
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var hits = new List<VectorHit>();
        foreach (var (id, vector) in vectors)
        {
            hits.Add(new VectorHit(id, Float32Dot.Of(query, vector)));
        }
        return Merge([hits], count);
    }

    /// <summary>The best <paramref name="count"/> of several lists, as when the shards of an account answered.</summary>
    public static IReadOnlyList<VectorHit> Merge(IEnumerable<IEnumerable<VectorHit>> lists, int count)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var hits = lists.SelectMany(list => list).ToList();
        hits.Sort(VectorHit.BestFirst);
        return hits.Count > count ? hits.GetRange(0, count) : hits;
    }
}
