using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Redaction;

/// <summary>Personal facts that stand in a header by themselves, without a label: "· Polish ·", ", two children".</summary>
internal static class BareFacts
{
    private const int MostWords = 4;

    private static readonly FrozenSet<string> Origins = Words(
        """
        african american argentinian australian austrian bangladeshi belgian brazilian british bulgarian cameroonian canadian
        chilean chinese colombian croatian cuban czech danish dutch egyptian english ethiopian european filipino filipina
        finnish french georgian german ghanaian greek hungarian indian indonesian iranian iraqi irish israeli italian jamaican
        japanese kenyan korean kurdish lankan latvian lebanese lithuanian malaysian mexican moroccan nepali nigerian norwegian
        pakistani palestinian peruvian polish portuguese romanian russian scottish serbian singaporean slovak slovenian somali
        spanish swedish swiss syrian taiwanese thai tunisian turkish ukrainian venezuelan vietnamese welsh zealander zimbabwean
        """
    );

    // "Sri Lankan", "Polish citizen".
    private static readonly FrozenSet<string> BesideOrigins = Words(
        "sri new south north latin citizen citizenship national nationality passport holder"
    );

    private static readonly FrozenSet<string> Families = Words("single married divorced widowed engaged separated");

    private static readonly FrozenSet<string> Children = Words("child children kid kids son sons daughter daughters");

    private static readonly FrozenSet<string> Numbers = Words("no one two three four five six seven 1 2 3 4 5 6 7");

    // Where languages are what somebody speaks, teaches or translates.
    private static readonly Regex Languages = Patterns.Words(
        "languages?|fluent|native|bilingual|spoken|speaks?|speaker|[abc][12]|teacher|tutor|lecturer|translator|interpreter"
    );

    /// <summary>True for a line whose names of languages are languages: it names two, or says so.</summary>
    public static bool IsOfLanguages(string line) =>
        Languages.IsMatch(line) || TextWord.Of(line, 0, line.Length).Count(word => Origins.Contains(word.Folded)) > 1;

    /// <summary>What such a part of a line is; null when it is none.</summary>
    public static RedactionKind? KindOf(IReadOnlyList<TextWord> part) =>
        part.Count is 0 or > MostWords ? null
        : IsOrigin(part) ? RedactionKind.Origin
        : IsFamily(part) ? RedactionKind.Family
        : null;

    private static bool IsOrigin(IReadOnlyList<TextWord> part) =>
        part.Any(word => !word.StartsLower && Origins.Contains(word.Folded))
        && part.All(word => Origins.Contains(word.Folded) || BesideOrigins.Contains(word.Folded));

    private static bool IsFamily(IReadOnlyList<TextWord> part) =>
        (part.Count == 1 && Families.Contains(part[0].Folded))
        || (Children.Contains(part[^1].Folded) && part.Any(word => Numbers.Contains(word.Folded)));

    private static FrozenSet<string> Words(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
