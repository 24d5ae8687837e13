using System.Globalization;
using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>Reads the requirements of one sentence or list item.</summary>
internal static class SentenceReader
{
    private const int MaxLabel = 90;
    private const int MaxOtherWords = 30;
    private const int MinDutyWords = 3;
    private const double LicenceWeight = 0.9;
    private const double OtherWeight = 0.4;

    private static readonly Regex Asks = Patterns.Words(
        @"experience\w*|experienced|knowledge|proficien\w+|familiar\w*|skill(s|ed)?|ability|able to|understanding|expertise|background|degree|certif\w+|licen[cs]\w+|must|required|you have|qualified|competent|trained|years?|erfahrung|kenntnisse|expérience|connaissances?|experiencia|conocimientos?|doświadczenie|znajomość|ervaring|kennis|esperienza|conoscenz\w+|experiência|conhecimentos?|experiență|cunoștințe"
    );

    public static void Read(RequirementDraft draft, PostingPart part, int start, int length)
    {
        var sentence = draft.Text.Substring(start, length);
        var asks =
            part is PostingPart.Must or PostingPart.Nice || Asks.IsMatch(sentence) || PostingCues.SaysNice(sentence);
        if (!asks)
        {
            if (part == PostingPart.Duties)
            {
                ReadDuty(draft, start, length);
            }

            return;
        }

        var importance = ImportanceOf(part, sentence);
        var before = draft.Items.Count;
        AddYears(draft, importance, start, length);
        AddEducation(draft, importance, sentence, start, length);
        AddLicences(draft, importance, start, length);
        AddLanguages(draft, importance, start, length);
        AddSkills(draft, importance, part, start, length);
        AddListedSkills(draft, importance, start, length);
        if (draft.Items.Count == before && part is PostingPart.Must or PostingPart.Nice)
        {
            AddOther(draft, importance, sentence, start, length);
        }
    }

    private static RequirementImportance ImportanceOf(PostingPart part, string sentence) =>
        PostingCues.SaysNice(sentence) || (part == PostingPart.Nice && !PostingCues.SaysMust(sentence))
            ? RequirementImportance.Nice
            : RequirementImportance.Must;

    private static void AddYears(RequirementDraft draft, RequirementImportance importance, int start, int length)
    {
        if (YearsReader.Find(draft.Text, start, length) is not { } years || draft.IsRefused(years.Start, years.Length))
        {
            return;
        }

        var topic = YearsTopic.Of(draft.Text, years, start, length);
        var isOfRole = topic.Length == 0 && draft.Role.Length > 0;
        topic = isOfRole ? draft.Role : topic;
        var number = years.Years.ToString(CultureInfo.InvariantCulture);
        var unit = years.Years == 1 ? "year" : "years";
        draft.Add(
            number + " " + topic,
            Make(RequirementKind.Years, importance, 0.8, years.Start, years.Length) with
            {
                Text =
                    topic.Length == 0 ? $"{number}+ {unit} of work experience"
                    : isOfRole ? $"{number}+ {unit} as {topic}"
                    : $"{number}+ {unit} in {topic}",
                Terms = topic.Length == 0 ? [] : [topic],
                MinYears = years.Years,
            }
        );
    }

    private static void AddEducation(
        RequirementDraft draft,
        RequirementImportance importance,
        string sentence,
        int start,
        int length
    )
    {
        // Of "bachelor's or master's" the lower one is enough.
        var lowest = EducationReader.Find(draft.Text, start, length).LastOrDefault();
        if (lowest.Length == 0)
        {
            return;
        }

        draft.Add(
            lowest.Level.ToString(),
            Make(RequirementKind.Education, importance, 0.6, lowest.Start, lowest.Length) with
            {
                Text = NameOf(lowest.Level),
                MinEducation = lowest.Level,
                AcceptsEquivalent = EducationReader.AcceptsEquivalent(sentence),
            }
        );
    }

    private static string NameOf(EducationLevel level) =>
        level switch
        {
            EducationLevel.School => "High school diploma or equal",
            EducationLevel.Vocational => "Vocational or associate qualification",
            EducationLevel.Bachelor => "Bachelor's degree",
            EducationLevel.Master => "Master's degree",
            _ => "Doctorate",
        };

    private static void AddLicences(RequirementDraft draft, RequirementImportance importance, int start, int length)
    {
        foreach (var licence in LicenceReader.Find(draft.Text, start, length))
        {
            var isLaw = draft.RequiredByLaw.Contains(licence.Name, StringComparer.Ordinal);
            var weight = isLaw ? RequirementDraft.WeightOfLaw : LicenceWeight;
            draft.Add(
                licence.Name,
                Make(RequirementKind.Licence, importance, weight, licence.Start, licence.Length) with
                {
                    Text = licence.Name,
                    Terms = [licence.Name],
                }
            );
        }
    }

    private static void AddLanguages(RequirementDraft draft, RequirementImportance importance, int start, int length)
    {
        foreach (var language in LanguageReader.Find(draft.Text, start, length))
        {
            // A first language is a proxy for origin; the lawful demand is the level.
            var level = language.Level is LanguageLevel.Native ? LanguageLevel.Fluent : language.Level;
            draft.Add(
                language.Language,
                Make(RequirementKind.Language, importance, 0.8, language.Start, language.Length) with
                {
                    Text = level is { } known
                        ? $"{language.Language}, {Redaction.Folding.Fold(known.ToString())}"
                        : language.Language,
                    Terms = [language.Language],
                    MinLanguage = level,
                }
            );
        }
    }

    private static void AddSkills(
        RequirementDraft draft,
        RequirementImportance importance,
        PostingPart part,
        int start,
        int length
    )
    {
        var terms = Term.Of(draft.Text, start, length);
        foreach (var mention in SkillLexicon.Find(draft.Text, terms))
        {
            var first = terms[mention.First];
            var last = terms[mention.First + mention.Count - 1];
            if (draft.NamesFact(first.Start, last.End - first.Start))
            {
                continue;
            }

            var weight = part is PostingPart.Must or PostingPart.Nice ? 0.7 : 0.5;
            draft.Add(
                mention.Skill,
                Make(RequirementKind.Skill, importance, weight, first.Start, last.End - first.Start) with
                {
                    Text = mention.Skill,
                    Terms = SkillLexicon.NamesOf(mention.Skill) ?? [mention.Skill],
                }
            );
        }
    }

    private static void AddListedSkills(RequirementDraft draft, RequirementImportance importance, int start, int length)
    {
        foreach (var (itemStart, itemLength) in SkillEnumeration.Items(draft.Text, start, length))
        {
            var name = draft.Text.Substring(itemStart, itemLength);
            if (!draft.Covers(itemStart, itemLength))
            {
                draft.Add(
                    name,
                    Make(RequirementKind.Skill, importance, 0.7, itemStart, itemLength) with
                    {
                        Text = name,
                        Terms = [name],
                    }
                );
            }
        }
    }

    /// <summary>Takes a sentence as something the person will do.</summary>
    public static void ReadDuty(RequirementDraft draft, int start, int length)
    {
        var sentence = draft.Text.Substring(start, length);
        if (Term.Of(sentence).Count(term => term.IsContent) >= MinDutyWords)
        {
            Add(draft, RequirementKind.Duty, RequirementImportance.Nice, 0.3, sentence, start, length);
        }
    }

    /// <summary>Takes a text as a demand of which nothing else is known: its words are looked for.</summary>
    public static void ReadAny(RequirementDraft draft, string text) =>
        Add(draft, RequirementKind.Other, RequirementImportance.Must, OtherWeight, text, 0, text.Length);

    private static void AddOther(
        RequirementDraft draft,
        RequirementImportance importance,
        string sentence,
        int start,
        int length
    )
    {
        var terms = Term.Of(sentence);
        if (!draft.IsRefused(start, length) && terms.Count <= MaxOtherWords && terms.Count(term => term.IsContent) >= 2)
        {
            Add(draft, RequirementKind.Other, importance, OtherWeight, sentence, start, length);
        }
    }

    private static void Add(
        RequirementDraft draft,
        RequirementKind kind,
        RequirementImportance importance,
        double weight,
        string sentence,
        int start,
        int length
    )
    {
        var label = Shorten(sentence);
        draft.Add(label, Make(kind, importance, weight, start, length) with { Text = label, Terms = [sentence] });
    }

    private static string Shorten(string text)
    {
        var sentence = string.Join(' ', text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        if (sentence.Length <= MaxLabel)
        {
            return sentence;
        }

        var cut = sentence.LastIndexOf(' ', MaxLabel);
        return sentence[..(cut > MaxLabel / 2 ? cut : MaxLabel)].TrimEnd(',', ' ', '-') + "…";
    }

    private static Requirement Make(
        RequirementKind kind,
        RequirementImportance importance,
        double weight,
        int start,
        int length
    ) =>
        new()
        {
            Id = "",
            Kind = kind,
            Importance = importance,
            Weight = importance == RequirementImportance.Must ? weight : weight / 2,
            Text = "",
            SourceStart = start,
            SourceLength = length,
        };
}
