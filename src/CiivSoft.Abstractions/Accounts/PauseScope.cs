namespace CiivSoft.Abstractions.Accounts;

/// <summary>What is paused: the account, one solution, or one posting.</summary>
/// <param name="Solution">The solution; null for all.</param>
/// <param name="PostingId">The posting; null for all.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.PauseScope")]
public sealed record PauseScope([property: Id(0)] Solution? Solution, [property: Id(1)] string? PostingId)
{
    /// <summary>Whether this pause holds back what a solution does for a posting.</summary>
    public bool Covers(Solution solution, string? postingId) =>
        (Solution is null || Solution == solution)
        && (PostingId is null || string.Equals(PostingId, postingId, StringComparison.Ordinal));
}
