namespace CiivSoft.Matching.Evidence;

/// <summary>The résumé's own words.</summary>
/// <param name="Text">Exactly what stands at <paramref name="Start"/>; at most 120 characters, nothing personal in it.</param>
/// <param name="Start">Offset in the original text, in UTF-16 units.</param>
public sealed record Quote(string Text, int Start)
{
    /// <summary>The longest quote, in UTF-16 units.</summary>
    public const int MaxLength = 120;
}
