using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>Finds degrees and school certificates in postings and résumés.</summary>
internal static class EducationReader
{
    private const int TeachingNear = 25;
    private const int ShortForm = 6;

    // Highest first. Short forms such as "BA" and "MS" count only in capitals or with dots.
    private static readonly (EducationLevel Level, Regex Words, Regex? Letters)[] Levels =
    [
        (
            EducationLevel.Doctorate,
            Patterns.Words(
                @"ph\.?\s?d\.?|doctorate|doctoral degree|doctor of [a-z]+|dphil|doktor|doctorat|doctorado|dottorato|doutorado"
            ),
            null
        ),
        (
            EducationLevel.Master,
            Patterns.Words(
                @"master(['’]?s)?( of [a-z]+| degree|\s?:| in)|master['’]s|masters|postgraduate|m\.?sc\.?|m\.?eng\.?|m\.b\.a\.?|mba|magister|diplom|diplom-\p{L}+|laurea magistrale|mestrado|maestría|máster|masterat"
            ),
            // "Boston, MA (2012" is a place.
            Patterns.WithCase(
                @"\b((?<!, )(MA|MS)|M\.A|M\.S|M\.?Ed|MSN|MPH|MSW|LLM|M\.?Tech)\b(\s*[,:(]|\s+(in|degree))|\b(MA|MS)\s+(in|degree)\b|(?<![\p{L}.])M\.(S\.N|S\.W|A|S|Ed)\.(?!\p{L})"
            )
        ),
        (
            EducationLevel.Bachelor,
            Patterns.Words(
                @"bachelor(['’]?s)?|undergraduate degree|college degree|university degree|4[- ]year degree|four[- ]year degree|honours degree|hons|b\.?sc\.?|b\.?eng\.?|b\.?com\.?|b\.?tech\.?|bba|licence (en|de)|licenciatura|grado en|laurea|licencjat|inżynier|hochschulabschluss|abgeschlossenes studium|licență|diplôme d['’]ingénieur|bac ?\+ ?[345]"
            ),
            Patterns.WithCase(
                @"\b(B\.?A|B\.?S|B\.?Ed|BSN|LLB|BFA|B\.?E)\b(\s*[,:(]|\s+(in|degree|[A-Z][a-z]+))|\b(BSN|LLB)\b|(?<![\p{L}.])B\.(S\.N|F\.A|A|S|Ed|E)\.(?!\p{L})"
            )
        ),
        (
            EducationLevel.Vocational,
            Patterns.Words(
                @"associate(['’]?s)? degree|associates? (of|in) [a-z]+|associate['’]s|diploma|apprenticeship|apprentice qualification|vocational (training|school|qualification)|trade school|technical school|nvq|btec|hnd|hnc|city (&|and) guilds|berufsausbildung|abgeschlossene ausbildung|ausbildung (als|zum|zur)|formación profesional|technikum|post[- ]?secondary"
            ),
            Patterns.WithCase(@"\b(BTS|DUT|MBO)\b")
        ),
        (
            EducationLevel.School,
            Patterns.Words(
                @"high school( diploma| graduate| education)?|secondary school|g\.?e\.?d\.?|a[- ]levels?|gcses?|abitur|mittlere reife|baccalauréat|bachillerato|matura|liceum|diploma di maturità|ensino médio|bacalaureat"
            ),
            null
        ),
    ];

    private static readonly Regex Equivalent = Patterns.Words(
        @"equivalent|or (relevant |related |comparable )?(work )?experience|in lieu|vergleichbar\w*|équivalent|equivalente"
    );

    private static readonly Regex PlainDegree = Patterns.Bounded(@"(?<!foundation )\bdegree in\b");

    private static readonly Regex TaughtBefore = Patterns.Words(@"teach\w*|taught|tutor\w*");

    private static readonly Regex TaughtAfter = Patterns.Bounded(
        @"^\s{1,4}(\p{L}{1,20}\s{1,4})?(teach\w*|class(es)?|students|pupils|lessons|tutor\w*)\b"
    );

    private static readonly Regex BodyAfter = Patterns.Bounded(
        @"^\s{1,4}(association|society|conferences?|office|department|team|building|fair|recruit\w*)\b"
    );

    /// <summary>The education named in a stretch of text, highest first; offsets are those of <paramref name="text"/>.</summary>
    public static IEnumerable<EducationMention> Find(string text, int start, int length)
    {
        var stretch = text.AsSpan(start, length).ToString();
        var found = Levels
            .Select(level => (level.Level, Match: MatchOf(level, stretch)))
            .Where(level => level.Match is not null)
            .ToList();

        // A degree by no other name is a first one.
        if (
            !found.Exists(level => level.Level >= EducationLevel.Vocational)
            && PlainDegree.Match(stretch) is { Success: true } plain
        )
        {
            found.Insert(0, (EducationLevel.Bachelor, plain));
        }

        return found.Select(level => new EducationMention(level.Level, start + level.Match!.Index, level.Match.Length));
    }

    private static Match? MatchOf((EducationLevel Level, Regex Words, Regex? Letters) level, string stretch) =>
        level
            .Words.Matches(stretch)
            .Concat(level.Letters?.Matches(stretch) ?? Enumerable.Empty<Match>())
            .FirstOrDefault(match =>
                !IsHighSchoolDiploma(level.Level, stretch, match.Index)
                && !IsRole(stretch, match.Index)
                && !IsTaught(level.Level, stretch, match)
                && !IsBody(stretch, match)
            );

    public static bool AcceptsEquivalent(string sentence) => Equivalent.IsMatch(sentence);

    // Scrum masters and webmasters may have no degree at all.
    private static bool IsRole(string text, int index) =>
        text.AsSpan(0, index).TrimEnd().EndsWith("scrum", StringComparison.OrdinalIgnoreCase);

    // "National Black MBA Conference" and "our BSC office" are no degrees.
    private static bool IsBody(string text, Match match) =>
        match.Length <= ShortForm && BodyAfter.IsMatch(text.AsSpan(match.Index + match.Length));

    // Who teaches for an examination says nothing of the own one.
    private static bool IsTaught(EducationLevel level, string text, Match match) =>
        level == EducationLevel.School
        && (
            TaughtBefore.IsMatch(text[Math.Max(0, match.Index - TeachingNear)..match.Index])
            || TaughtAfter.IsMatch(text.AsSpan(match.Index + match.Length))
        );

    private static bool IsHighSchoolDiploma(EducationLevel level, string text, int index) =>
        level == EducationLevel.Vocational
        && text.AsSpan(index).StartsWith("diploma", StringComparison.OrdinalIgnoreCase)
        && text.AsSpan(0, index).TrimEnd().EndsWith("school", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Where a text names a level of education.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EducationMention(EducationLevel Level, int Start, int Length);
