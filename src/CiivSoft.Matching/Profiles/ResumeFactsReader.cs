using System.Text.RegularExpressions;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Profiles;

/// <summary>Reads a résumé's facts. Give it the redacted text, so that nothing protected is among them.</summary>
public static class ResumeFactsReader
{
    private const int MaxField = 60;

    private static readonly Regex Unfinished = Patterns.Words(
        @"in progress|pursuing|currently (studying|enrolled|pursuing)|expected|anticipated|incomplete|did not (finish|complete|graduate)|coursework|attended|some college|laufend|en cours|en curso|w trakcie|in corso|em andamento|în curs"
    );

    private static readonly Regex Field = new(
        @"^\s*(degree)?\s*(\(hons\))?\s*(,|:|-|–|in|of|en|im|w|di|em|în)\s*(?<field>[\p{L}&][\p{L}\s&/-]{2,60})",
        Patterns.Linear
    );

    /// <summary>The facts of <paramref name="text"/>.</summary>
    /// <param name="text">The redacted résumé.</param>
    /// <param name="asOfMonth">12 × year + month - 1 for "present"; by default the latest date in the résumé.</param>
    public static ResumeFacts Read(string text, int? asOfMonth = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, ResumeSentences.Of(text), asOfMonth);
    }

    internal static ResumeFacts Read(string text, IReadOnlyList<ResumeSentence> sentences, int? asOfMonth)
    {
        var sections = SectionFinder.Find(text);
        var work = sections
            .Where(section =>
                section.Kind is not (SectionKind.Education or SectionKind.Certificates or SectionKind.Personal)
            )
            .SelectMany(section => WorkDates.Find(text, section.Start, section.Length))
            .ToList();
        return new ResumeFacts
        {
            Sections = sections,
            Education =
            [
                .. EducationOf(text, sentences).OrderByDescending(fact => fact.Level).ThenBy(fact => fact.IsUnfinished),
            ],
            Languages = [.. LanguagesOf(text, sentences).GroupBy(fact => fact.Language).Select(Best)],
            Licences = [.. LicencesOf(text, sentences).DistinctBy(fact => fact.Name)],
            Skills = [.. SkillsOf(text, sentences).DistinctBy(fact => fact.Name)],
            Work = work,
            MonthsOfWork = WorkMonths.Count(work, asOfMonth),
        };
    }

    private static IEnumerable<EducationFact> EducationOf(string text, IReadOnlyList<ResumeSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            foreach (var mention in EducationReader.Find(text, sentence.Start, sentence.Length))
            {
                if (sentence.Section == SectionKind.Education || IsClaimed(text, sentence, mention.Start))
                {
                    var isUnfinished = Unfinished.IsMatch(text.AsSpan(sentence.Start, sentence.Length));
                    var end = mention.Start + mention.Length;
                    yield return new EducationFact(
                        mention.Level,
                        FieldAfter(text, end, sentence.End),
                        isUnfinished,
                        mention.Start,
                        mention.Length
                    );
                }
            }
        }
    }

    private static string FieldAfter(string text, int start, int end)
    {
        var match = Field.Match(text[start..Math.Min(end, start + MaxField)]);
        return match.Success ? match.Groups["field"].Value.Trim() : "";
    }

    private static IEnumerable<LanguageFact> LanguagesOf(string text, IReadOnlyList<ResumeSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            var isSection = sentence.Section == SectionKind.Languages;
            foreach (var mention in LanguageReader.Find(text, sentence.Start, sentence.Length, isSection))
            {
                if (IsClaimed(text, sentence, mention.Start))
                {
                    yield return new LanguageFact(mention.Language, mention.Level, mention.Start, mention.Length);
                }
            }
        }
    }

    private static LanguageFact Best(IEnumerable<LanguageFact> mentions) =>
        mentions
            .OrderByDescending(fact => fact.Level is { } level ? (int)level : -1)
            .ThenBy(fact => fact.Start)
            .First();

    // The many patterns run once over the whole text, not once for each sentence.
    private static IEnumerable<NamedFact> LicencesOf(string text, IReadOnlyList<ResumeSentence> sentences)
    {
        var next = 0;
        foreach (var mention in LicenceReader.Find(text, 0, text.Length).OrderBy(mention => mention.Start))
        {
            while (next < sentences.Count && sentences[next].End <= mention.Start)
            {
                next++;
            }

            if (
                next < sentences.Count
                && sentences[next].Start <= mention.Start
                && IsClaimed(text, sentences[next], mention.Start)
            )
            {
                yield return new NamedFact(mention.Name, mention.Start, mention.Length);
            }
        }
    }

    private static IEnumerable<NamedFact> SkillsOf(string text, IReadOnlyList<ResumeSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            foreach (var mention in SkillLexicon.Find(text, sentence.Terms))
            {
                if (Polarity.Of(text, sentence.Terms, mention.First) == Attitude.Claimed)
                {
                    var start = sentence.Terms[mention.First].Start;
                    yield return new NamedFact(
                        mention.Skill,
                        start,
                        sentence.Terms[mention.First + mention.Count - 1].End - start
                    );
                }
            }
        }
    }

    private static bool IsClaimed(string text, ResumeSentence sentence, int start)
    {
        var index = sentence.TermFrom(start);
        return index < 0 || Polarity.Of(text, sentence.Terms, index) == Attitude.Claimed;
    }
}
