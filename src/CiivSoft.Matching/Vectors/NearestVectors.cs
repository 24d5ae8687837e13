namespace CiivSoft.Matching.Vectors;

/// <summary>The nearest of some thousand vectors that are at hand, such as those of the open postings.</summary>
public static class NearestVectors
{
    /// <summary>
    /// The positions of the nearest, nearest first, equally near ones in their order. The same on every processor.
    /// </summary>
    /// <param name="vectors">All as long as <paramref name="query"/>.</param>
    /// <param name="query">The vector to be near to.</param>
    /// <param name="count">At most so many.</param>
    public static IReadOnlyList<int> Find(
        IReadOnlyList<ReadOnlyMemory<float>> vectors,
        ReadOnlySpan<float> query,
        int count
    )
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var positions = new int[vectors.Count];
        // Negated, so that the nearest sort first.
        var keys = new (float Distance, int Position)[positions.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            positions[i] = i;
            keys[i] = (-Float32Dot.Of(vectors[i].Span, query), i);
        }

        Array.Sort(keys, positions);
        return positions.Length <= count ? positions : positions[..Math.Max(0, count)];
    }
}
