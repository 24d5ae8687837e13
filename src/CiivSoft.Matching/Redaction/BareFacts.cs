using System.Collections.Frozen;

namespace CiivSoft.Matching.Redaction;

/// <summary>Personal facts that stand in a header by themselves, without a label: "· Polish ·", ", two children".</summary>
internal static class BareFacts
{
    private static readonly FrozenSet<string> Origins = Words(
        """
        american argentinian australian austrian bangladeshi belgian brazilian british bulgarian cameroonian canadian chilean
        chinese colombian croatian cuban czech danish dutch egyptian english ethiopian european filipino filipina finnish
        french georgian german ghanaian greek hungarian indian indonesian iranian iraqi irish israeli italian jamaican japanese
        kenyan korean kurdish latvian lebanese lithuanian malaysian mexican moroccan nepali nigerian norwegian pakistani
        palestinian peruvian polish portuguese romanian russian scottish serbian singaporean slovak slovenian somali spanish
        swedish swiss syrian taiwanese thai tunisian turkish ukrainian venezuelan vietnamese welsh zimbabwean
        """
    );

    private static readonly FrozenSet<string> Families = Words("single married divorced widowed engaged separated");

    private static readonly FrozenSet<string> Children = Words("child children kid kids son sons daughter daughters");

    /// <summary>What such a part of a line is; null when it is none.</summary>
    public static RedactionKind? KindOf(IReadOnlyList<TextWord> part) =>
        part switch
        {
            [{ StartsLower: false } one] when Origins.Contains(one.Folded) => RedactionKind.Origin,
            [var one] when Families.Contains(one.Folded) => RedactionKind.Family,
            [_, var last] when Children.Contains(last.Folded) => RedactionKind.Family,
            _ => null,
        };

    private static FrozenSet<string> Words(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
