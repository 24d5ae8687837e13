using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Quotas;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Tests.Quotas;

public sealed class QuotaRulesTests
{
    private static readonly CountedEffect[] Written =
    [
        Effect("e1", Solution.Arkiive, "p1"),
        Effect("e2", Solution.Arkiive, "p1"),
        Effect("e3", Solution.Fiilter, "p2"),
    ];

    [Theory]
    [InlineData(3, null, null, true)]
    [InlineData(4, null, null, false)]
    [InlineData(null, 2, null, true)]
    [InlineData(null, 3, null, false)]
    [InlineData(null, null, 2, true)]
    [InlineData(null, null, 3, false)]
    public void One_more_is_too_many_when_any_quota_is_used_up(int? account, int? arkiive, int? posting, bool isReached)
    {
        var quotas = new DailyQuotas
        {
            Account = account,
            Arkiive = arkiive,
            Posting = posting,
        };

        QuotaRules.IsReached(quotas, Written, Solution.Arkiive, "p1").ShouldBe(isReached);
    }

    [Fact]
    public void A_quota_of_one_solution_or_posting_holds_back_no_other()
    {
        var quotas = new DailyQuotas { Arkiive = 2, Posting = 2 };

        QuotaRules.IsReached(quotas, Written, Solution.Fiilter, "p2").ShouldBeFalse();
        QuotaRules.IsReached(quotas, Written, Solution.Refiine, "p3").ShouldBeFalse();
        QuotaRules.IsReached(quotas, Written, Solution.Arkiive, "p3").ShouldBeTrue();
    }

    [Fact]
    public void Without_a_quota_nothing_is_too_many() =>
        QuotaRules.IsReached(new DailyQuotas(), Written, Solution.Arkiive, "p1").ShouldBeFalse();

    [Fact]
    public void What_is_used_is_told_for_each_quota_that_is_set() =>
        QuotaRules
            .Use(
                new DailyQuotas
                {
                    Account = 10,
                    Refiine = 1,
                    Posting = 5,
                },
                Written
            )
            .ShouldBe([
                new QuotaUse(null, null, 3, 10),
                new QuotaUse(Solution.Refiine, null, 0, 1),
                new QuotaUse(null, "p1", 2, 5),
                new QuotaUse(null, "p2", 1, 5),
            ]);

    private static CountedEffect Effect(string id, Solution solution, string posting) =>
        new()
        {
            EffectId = id,
            Solution = solution,
            PostingId = posting,
        };
}
