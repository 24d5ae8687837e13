using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Quotas;

/// <summary>Daily quotas. Pure.</summary>
internal static class QuotaRules
{
    private static readonly Solution[] Solutions = [Solution.Arkiive, Solution.Fiilter, Solution.Refiine];

    /// <summary>Whether one more of a solution for a posting would exceed a quota.</summary>
    public static bool IsReached(
        DailyQuotas quotas,
        IReadOnlyCollection<CountedEffect> written,
        Solution solution,
        string? postingId
    ) =>
        written.Count >= quotas.Account
        || written.Count(e => e.Solution == solution) >= quotas.Of(solution)
        || (postingId is not null && written.Count(e => e.PostingId == postingId) >= quotas.Posting);

    /// <summary>Each quota that is set, with what is used of it.</summary>
    public static IEnumerable<QuotaUse> Use(DailyQuotas quotas, IReadOnlyCollection<CountedEffect> written)
    {
        if (quotas.Account is { } all)
        {
            yield return new QuotaUse(Solution: null, PostingId: null, written.Count, all);
        }

        foreach (var solution in Solutions)
        {
            if (quotas.Of(solution) is { } limit)
            {
                yield return new QuotaUse(solution, null, written.Count(e => e.Solution == solution), limit);
            }
        }

        if (quotas.Posting is { } each)
        {
            foreach (var posting in written.Where(e => e.PostingId is not null).GroupBy(e => e.PostingId))
            {
                yield return new QuotaUse(null, posting.Key, posting.Count(), each);
            }
        }
    }
}
