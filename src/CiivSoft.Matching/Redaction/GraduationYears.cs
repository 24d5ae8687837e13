using System.Collections.Frozen;
using CiivSoft.Matching.Profiles;

namespace CiivSoft.Matching.Redaction;

/// <summary>Removes years of study, from which an age can be read. Years of work stay: roles need them.</summary>
internal static class GraduationYears
{
    private static readonly FrozenSet<string> StudyWords = FrozenSet.ToFrozenSet([
        "university",
        "college",
        "school",
        "institute",
        "academy",
        "polytechnic",
        "faculty",
        "bachelor",
        "bachelors",
        "master",
        "masters",
        "bsc",
        "msc",
        "mba",
        "phd",
        "doctorate",
        "diploma",
        "degree",
        "graduated",
        "graduate",
        "graduation",
        "gpa",
        "ged",
        "associate",
        "associates",
        "baccalaureate",
        "abitur",
        "universitat",
        "hochschule",
        "fachhochschule",
        "gymnasium",
        "studium",
        "universite",
        "lycee",
        "ecole",
        "licence",
        "universidad",
        "licenciatura",
        "grado",
        "bachillerato",
        "uniwersytet",
        "politechnika",
        "liceum",
        "magister",
        "licencjat",
        "universiteit",
        "hogeschool",
        "universita",
        "laurea",
        "liceo",
        "universidade",
        "mestrado",
        "universitatea",
        "liceul",
        "facultatea",
        "matric",
        "gcse",
        "gcses",
        "alumni",
        "alumnus",
        "coursework",
    ]);

    private static readonly FrozenSet<string> DegreeWords = FrozenSet.ToFrozenSet([
        "bachelor",
        "bachelors",
        "master",
        "masters",
        "bsc",
        "msc",
        "mba",
        "phd",
        "doctorate",
        "diploma",
        "graduated",
        "graduation",
        "ged",
        "abitur",
        "licenciatura",
        "magister",
        "laurea",
        "licencjat",
        "mestrado",
        "baccalaureate",
    ]);

    public static void Redact(RedactionMask mask, IReadOnlyList<TextLine> lines, IReadOnlyList<Section> sections)
    {
        foreach (var section in sections)
        {
            for (var i = section.FirstLine; i < section.FirstLine + section.LineCount; i++)
            {
                if (SaysStudyYear(lines[i], section.Kind))
                {
                    RedactYears(mask, lines[i]);
                }
            }
        }
    }

    private static bool SaysStudyYear(TextLine line, SectionKind kind)
    {
        var words = TextWord.Of(line.Source, line.Start, line.Length);
        if (!words.Exists(word => word.Folded.Any(char.IsDigit)))
        {
            return false;
        }

        var isRole = words.Exists(word => WorkWords.IsTitleHead(word.Folded) && !StudyWords.Contains(word.Folded));
        var isStudy = words.Exists(word => StudyWords.Contains(word.Folded));
        return kind == SectionKind.Education ? isStudy || !isRole
            : kind == SectionKind.Experience ? words.Exists(word => DegreeWords.Contains(word.Folded)) && !isRole
            : words.Exists(word => DegreeWords.Contains(word.Folded));
    }

    private static void RedactYears(RedactionMask mask, TextLine line)
    {
        foreach (var match in PersonalPatterns.Year.EnumerateMatches(line.Span))
        {
            mask.Mark(RedactionKind.GraduationYear, line.Start + match.Index, match.Length);
        }
    }
}
