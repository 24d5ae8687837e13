namespace CiivSoft.Matching.Vectors;

/// <summary>A row that a search found. For unit vectors the score is the cosine, −1 to 1.</summary>
/// <param name="Id">The id the row was stored under.</param>
/// <param name="Score">The dot product; of the bytes after a shard's search, exact after rescoring.</param>
public readonly record struct VectorHit(string Id, float Score)
{
    /// <summary>Best first: by falling score, equal scores by ordinal id.</summary>
    public static Comparison<VectorHit> BestFirst { get; } =
        static (left, right) =>
            left.Score == right.Score ? string.CompareOrdinal(left.Id, right.Id) : right.Score.CompareTo(left.Score);
}
