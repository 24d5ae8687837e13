namespace CiivSoft.Abstractions.Accounts;

/// <summary>What restricts one posting. Of both the stricter holds.</summary>
/// <param name="PostingId">The posting.</param>
/// <param name="ByOperator">As an operator set it; null when nobody did.</param>
/// <param name="ByTag">By the tag <c>CiiVSOFT off</c>, <c>shadow</c> or <c>live</c> of the posting in Lever; null without one.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.PostingSwitch")]
public sealed record PostingSwitch(
    [property: Id(0)] string PostingId,
    [property: Id(1)] RunMode? ByOperator,
    [property: Id(2)] RunMode? ByTag
)
{
    /// <summary>The stricter of the two.</summary>
    public RunMode Mode
    {
        get
        {
            var (one, other) = (ByOperator ?? RunMode.Live, ByTag ?? RunMode.Live);
            return one < other ? one : other;
        }
    }
}
