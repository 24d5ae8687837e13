using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>Finds spoken languages and how well they are spoken.</summary>
internal static class LanguageReader
{
    private const int LevelDistance = 40;

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["English"] = "english englisch anglais ingles angielski engels inglese engleza",
        ["German"] = "german deutsch allemand aleman niemiecki duits tedesco alemao germana",
        ["French"] = "french franzosisch francais frances francuski frans francese franceza",
        ["Spanish"] = "spanish spanisch espagnol espanol hiszpanski spaans spagnolo espanhol spaniola castellano",
        ["Italian"] = "italian italienisch italien italiano wloski italiaans italiana",
        ["Portuguese"] = "portuguese portugiesisch portugais portugues portugalski portugees portoghese portugheza",
        ["Dutch"] = "dutch niederlandisch neerlandais holandes neerlandes niderlandzki nederlands olandese olandeza",
        ["Polish"] = "polish polnisch polonais polaco polski pools polacco poloneza",
        ["Romanian"] = "romanian rumanisch roumain rumano rumunski roemeens rumeno romana romeno",
        ["Russian"] = "russian russisch russe ruso rosyjski russo rusa",
        ["Ukrainian"] = "ukrainian ukrainisch ukrainien ucraniano ukrainski oekraiens ucraino ucraineana",
        ["Arabic"] = "arabic arabisch arabe arabski arabo araba",
        ["Chinese"] = "chinese mandarin cantonese chinesisch chinois chino chinski chinees cinese chineza",
        ["Japanese"] = "japanese japanisch japonais japones japonski japans giapponese japoneza",
        ["Korean"] = "korean koreanisch coreen coreano koreanski koreaans",
        ["Hindi"] = "hindi",
        ["Urdu"] = "urdu",
        ["Bengali"] = "bengali",
        ["Punjabi"] = "punjabi",
        ["Turkish"] = "turkish turkisch turc turco turecki turks turca",
        ["Vietnamese"] = "vietnamese vietnamesisch vietnamien",
        ["Tagalog"] = "tagalog filipino",
        ["Hebrew"] = "hebrew",
        ["Greek"] = "greek griechisch grec griego grecki",
        ["Czech"] = "czech tschechisch tcheque checo czeski",
        ["Hungarian"] = "hungarian ungarisch hongrois hungaro wegierski maghiara",
        ["Swedish"] = "swedish schwedisch suedois sueco szwedzki zweeds",
        ["Norwegian"] = "norwegian norwegisch",
        ["Danish"] = "danish danisch",
        ["Finnish"] = "finnish finnisch",
        ["Welsh"] = "welsh",
        ["Sign language"] = "asl bsl",
    }
        .SelectMany(pair => pair.Value.Split(' ').Select(name => (name, pair.Key)))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.Key);

    private static readonly (LanguageLevel Level, Regex Pattern)[] Levels =
    [
        (
            LanguageLevel.Native,
            Patterns.Words(
                @"native|mother tongue|first language|bilingual|c2|muttersprache\w*|langue maternelle|lengua materna|nativo|ojczysty|moedertaal|madrelingua|língua materna|limba maternă|verhandlungssicher"
            )
        ),
        (
            LanguageLevel.Fluent,
            Patterns.Words(
                @"fluent(ly)?|fluency|proficien(t|cy)|advanced|excellent|full professional|professional working|business[- ]level|c1|fließend|sehr gut\w*|courant|bilingue|fluido|avanzado|biegły|vloeiend|fluente|avansat"
            )
        ),
        (
            LanguageLevel.Intermediate,
            Patterns.Words(
                @"intermediate|conversational|good|working knowledge|limited working|b1|b2|gut\w*|intermédiaire|intermedio|średnio\w*|goed\w*|buono|mediu|communicative"
            )
        ),
        (
            LanguageLevel.Basic,
            Patterns.Words(
                @"basic|beginner|elementary|a1|a2|grundkenntnisse|notions|débutant|básico|podstawow\w*|basis|scolastico|începător"
            )
        ),
    ];

    private static readonly Regex Context = Patterns.Words(
        @"languages?|speak(s|ing|er|ers)?|spoken|written|fluent(ly)?|fluency|bilingual|trilingual|proficien\w+|native|mother tongue|[abc][12]|conversational|verbal|communicat\w+ in|read and write|sprach\w*|deutschkenntnisse|englischkenntnisse|langues?|idiomas?|języ\w+|ta(a)?l(en)?|lingu[ae]|línguas?|limb[ăai]"
    );

    // "Spanish is a plus": a country's people or literature is not wished for like this.
    private static readonly Regex Wish = Patterns.Bounded(
        @"^\s{0,4}(is|would be)?\s{0,4}(an? )?(plus|asset|advantage|must|bonus|preferred|required|desirable|desired|helpful|essential)\b"
    );

    /// <summary>Languages named in a stretch that speaks of languages; a course in French literature is none.</summary>
    public static IEnumerable<LanguageMention> Find(string text, int start, int length, bool isLanguageSection = false)
    {
        var stretch = text.AsSpan(start, length).ToString();
        var isAboutLanguages = isLanguageSection || Context.IsMatch(stretch);
        var found = Term.Of(stretch)
            .Where(term =>
                Names.ContainsKey(Base(term.Lower))
                && (
                    isAboutLanguages
                    || Wish.IsMatch(stretch.AsSpan(term.End, Math.Min(LevelDistance, stretch.Length - term.End)))
                )
            )
            .ToList();
        for (var i = 0; i < found.Count; i++)
        {
            var before = i > 0 ? found[i - 1].End : 0;
            var after = i + 1 < found.Count ? found[i + 1].Start : stretch.Length;
            yield return new LanguageMention(
                Names[Base(found[i].Lower)],
                LevelOf(stretch, found[i], before, after),
                start + found[i].Start,
                found[i].Length
            );
        }
    }

    // German compounds: Englischkenntnisse.
    private static string Base(string lower) =>
        lower.EndsWith("kenntnisse", StringComparison.Ordinal) ? lower[..^10]
        : lower.EndsWith("kenntnissen", StringComparison.Ordinal) ? lower[..^11]
        : lower;

    // A level stands after its language in lists ("French (B2)") and before it in prose ("fluent in French").
    private static LanguageLevel? LevelOf(string text, Term language, int before, int after)
    {
        var tail = text[language.End..Math.Min(after, language.End + LevelDistance)];
        var comma = tail.IndexOfAny([',', ';', '|', '•']);
        var head = text[Math.Max(before, language.Start - LevelDistance)..language.Start];
        return Read(comma > 0 ? tail[..comma] : tail) ?? Read(head) ?? (comma >= 0 ? Read(tail) : null);
    }

    private static LanguageLevel? Read(string words)
    {
        foreach (var (level, pattern) in Levels)
        {
            if (pattern.IsMatch(words))
            {
                return level;
            }
        }

        return null;
    }
}

/// <summary>Where a text names a language; the level is null when it does not say how well.</summary>
internal readonly record struct LanguageMention(string Language, LanguageLevel? Level, int Start, int Length);
