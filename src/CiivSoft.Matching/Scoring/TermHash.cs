namespace CiivSoft.Matching.Scoring;

/// <summary>FNV-1a over UTF-16 units: the same in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class TermHash
{
    public static uint Of(ReadOnlySpan<char> stem)
    {
        var hash = 2166136261u;
        foreach (var letter in stem)
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        return hash;
    }
}
