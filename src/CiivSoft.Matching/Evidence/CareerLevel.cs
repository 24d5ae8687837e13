using System.Text.Json.Serialization;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

/// <summary>How high a title stands, as far as its words tell.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CareerLevel>))]
public enum CareerLevel
{
    /// <summary>Intern, trainee, apprentice.</summary>
    Learner = 0,

    /// <summary>Junior, entry level.</summary>
    Junior,

    /// <summary>Nothing is said.</summary>
    Usual,

    /// <summary>Senior, lead, principal, manager, supervisor.</summary>
    Lead,

    /// <summary>Director, head, vice president, chief.</summary>
    Executive,
}

internal static class CareerLevels
{
    public static CareerLevel Of(IReadOnlyList<Term> title)
    {
        var level = CareerLevel.Usual;
        for (var i = 0; i < title.Count; i++)
        {
            var word = WordLevel(title[i].Lower, i > 0 ? title[i - 1].Lower : "");
            if (word is CareerLevel.Learner or CareerLevel.Junior)
            {
                return word;
            }

            level = word > level ? word : level;
        }

        return level;
    }

    /// <summary>Behind "the post is".</summary>
    public static string Words(CareerLevel level) =>
        level switch
        {
            CareerLevel.Learner => "for a beginner in training",
            CareerLevel.Junior => "a junior one",
            CareerLevel.Lead => "a senior or leading one",
            CareerLevel.Executive => "at the top of a department or company",
            _ => "of no special level",
        };

    // An assistant to the director directs nothing, and an executive assistant is no executive.
    private static CareerLevel WordLevel(string word, string before) =>
        word switch
        {
            "intern" or "internship" or "trainee" or "apprentice" or "apprenticeship" => CareerLevel.Learner,
            "junior" or "jr" => CareerLevel.Junior,
            "level" when before is "entry" => CareerLevel.Junior,
            "senior" or "sr" or "lead" or "principal" or "manager" or "supervisor" => CareerLevel.Lead,
            "director"
            or "head"
            or "president"
            or "vp"
            or "chief"
            or "ceo"
            or "cfo"
            or "cto"
            or "coo"
            or "cio"
            or "cmo" when before is not ("to" or "the" or "assistant") => CareerLevel.Executive,
            _ => CareerLevel.Usual,
        };
}
