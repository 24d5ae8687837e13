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

    // "For over 40 years, Acme has been …": how old a company is.
    private static readonly Regex SinceLong = Patterns.Bounded(
        @"\b(for|over|in) (well over|over|more than|nearly|almost|about|the (last|past)) {0,2}$"
    );

    private static readonly Regex OfPerson = Patterns.Words(
        @"must|required?|you|your|candidates?|applicants?|experience\w*"
    );

    /// <summary>Adds what a stretch asks for.</summary>
    /// <param name="draft">Takes it.</param>
    /// <param name="part">The part of the posting.</param>
    /// <param name="start">Where the stretch begins in the draft's text.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="isList">True when every item between commas is a skill, known or not.</param>
    public static void Read(RequirementDraft draft, PostingPart part, int start, int length, bool isList = false)
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

        var importance = ClauseImportance.Of(part, draft.Text, start, length);
        var before = draft.Items.Count;
        AddYears(draft, importance, start, length);
        AddEducation(draft, importance, sentence, start, length);
        AddLicences(draft, importance, start, length);
        AddLanguages(draft, importance, start, length);
        AddSkills(draft, importance, part, start, length);
        if (isList)
        {
            AddListedSkills(draft, importance, start, length);
        }

        if (draft.Items.Count == before && part is PostingPart.Must or PostingPart.Nice)
        {
            AddOther(draft, importance, sentence, start, length);
        }
    }

    private static void AddYears(RequirementDraft draft, ClauseImportance importance, int start, int length)
    {
        if (
            YearsReader.Find(draft.Text, start, length) is not { } years
            || draft.IsRefused(years.Start, years.Length)
            || IsAgeOfCompany(draft.Text, years, start, length)
        )
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
            Make(RequirementKind.Years, importance.At(years.Start), 0.8, years.Start, years.Length) with
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

    private static bool IsAgeOfCompany(string text, YearsMention years, int start, int length) =>
        SinceLong.IsMatch(text.AsSpan(start, years.Start - start)) && !OfPerson.IsMatch(text.AsSpan(start, length));

    private static void AddEducation(
        RequirementDraft draft,
        ClauseImportance importance,
        string sentence,
        int start,
        int length
    )
    {
        // Of "bachelor's or master's" the lower one is enough; "bachelor's, ideally master's" asks for one and wishes the other.
        foreach (var asked in EducationReader.Find(draft.Text, start, length).GroupBy(m => importance.At(m.Start)))
        {
            var lowest = asked.Last();
            draft.Add(
                lowest.Level.ToString(),
                Make(RequirementKind.Education, asked.Key, 0.6, lowest.Start, lowest.Length) with
                {
                    Text = NameOf(lowest.Level),
                    MinEducation = lowest.Level,
                    AcceptsEquivalent = EducationReader.AcceptsEquivalent(sentence),
                }
            );
        }
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

    private static void AddLicences(RequirementDraft draft, ClauseImportance importance, int start, int length)
    {
        foreach (var licence in LicenceReader.Find(draft.Text, start, length))
        {
            var isLaw = draft.RequiredByLaw.Contains(licence.Name, StringComparer.Ordinal);
            var weight = isLaw ? RequirementDraft.WeightOfLaw : LicenceWeight;
            draft.Add(
                licence.Name,
                Make(RequirementKind.Licence, importance.At(licence.Start), weight, licence.Start, licence.Length) with
                {
                    Text = licence.Name,
                    Terms = [licence.Name],
                }
            );
        }
    }

    private static void AddLanguages(RequirementDraft draft, ClauseImportance importance, int start, int length)
    {
        foreach (var language in LanguageReader.Find(draft.Text, start, length))
        {
            // A first language is a proxy for origin; the lawful demand is the level.
            var level = language.Level is LanguageLevel.Native ? LanguageLevel.Fluent : language.Level;
            draft.Add(
                language.Language,
                Make(RequirementKind.Language, importance.At(language.Start), 0.8, language.Start, language.Length) with
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
        ClauseImportance importance,
        PostingPart part,
        int start,
        int length
    )
    {
        var weight = part is PostingPart.Must or PostingPart.Nice ? 0.7 : 0.5;
        foreach (var skill in SkillAlternatives.Find(draft.Text, start, length, draft.IsNamedOtherwise))
        {
            draft.Add(
                skill.Text,
                Make(RequirementKind.Skill, importance.At(skill.Start), weight, skill.Start, skill.Length) with
                {
                    Text = skill.Text,
                    Terms = [.. skill.Names.SelectMany(name => SkillLexicon.NamesOf(name) ?? [name])],
                }
            );
        }
    }

    private static void AddListedSkills(RequirementDraft draft, ClauseImportance importance, int start, int length)
    {
        foreach (var (itemStart, itemLength) in SkillEnumeration.Items(draft.Text, start, length))
        {
            var name = draft.Text.Substring(itemStart, itemLength);
            if (!draft.Covers(itemStart, itemLength) && !draft.IsRefused(itemStart, itemLength))
            {
                draft.Add(
                    name,
                    Make(RequirementKind.Skill, importance.At(itemStart), 0.7, itemStart, itemLength) with
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
        ClauseImportance importance,
        string sentence,
        int start,
        int length
    )
    {
        var terms = Term.Of(sentence);
        if (!draft.IsRefused(start, length) && terms.Count <= MaxOtherWords && terms.Count(term => term.IsContent) >= 2)
        {
            Add(draft, RequirementKind.Other, importance.OfAll, OtherWeight, sentence, start, length);
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
