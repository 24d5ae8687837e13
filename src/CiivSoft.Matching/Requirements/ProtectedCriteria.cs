using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>
/// Finds wishes that stand for a protected attribute (Directives 2000/43/EC and 2000/78/EC, the UK Equality Act 2010, US
/// Title VII and ADEA) and says what could be asked for instead.
/// </summary>
internal static class ProtectedCriteria
{
    private static readonly (string Attribute, Regex Pattern, string Alternative)[] Rules =
    [
        (
            "age",
            Patterns.Words(
                @"young(er)?|youthful|digital natives?|recent graduates? only|fresh graduates? only|under (25|28|30|35|40|45)( years)?( old| of age)?|(aged?|age) (between )?\d{2}\s?(-|–|to|and)\s?\d{2}|not older than \d{2}|max(imum)? age|age limit|mature (person|lady|man|woman)|jung(e|er|es|en)? (team|dynamisch\w*)|jeune et dynamique|joven"
            ),
            "Describe the work or the experience it needs; the experience may be short, the age is not asked."
        ),
        (
            "sex",
            Patterns.Words(
                @"(males?|females?|men|women|man|woman|ladies|lady|gentlem[ae]n|girls?|boys?) (only|preferred|required|candidates?|applicants?|wanted)|(must be|only|prefer(ably)?( a)?|looking for a) (males?|females?|men|women|man|woman|lady)|handyman only|nur (männer|frauen)|(homme|femme) uniquement"
            ),
            "Name the tasks, for example lifting up to 20 kg, and leave the sex out."
        ),
        (
            "origin",
            Patterns.Words(
                @"native (\w+ )?speakers?|(\w+ )?native speakers?|mother[- ]tongue( \w+)?|native[- ]level|muttersprach\w*|langue maternelle|lengua materna|madrelingua|native english|born in|(\w+ )?nationals? only|citizens only"
            ),
            "Ask for the level that the work needs, such as fluent or C1, however it was learnt."
        ),
        (
            "family",
            Patterns.Words(
                @"(unmarried|single|married) (person|candidates?|applicants?|only|preferred)|no children|without children|no family commitments?|not pregnant|ungebunden"
            ),
            "Name the working hours, shifts or travel; the family is not asked."
        ),
        (
            "religion",
            Patterns.Words(
                @"(christian|muslim|jewish|hindu|catholic|protestant)s? (only|preferred|candidates?|applicants?|faith required)|must be (christian|muslim|jewish|hindu|catholic)"
            ),
            "Name the task; a faith can be asked only where the law makes it a genuine occupational requirement."
        ),
        (
            "disability",
            Patterns.Words(
                @"able[- ]bodied|no disabilit(y|ies)|perfect health|excellent health|physically perfect|no sick leave"
            ),
            "Name the task, such as climbing ladders, and offer reasonable adjustments."
        ),
        (
            "appearance",
            Patterns.Words(
                @"(attractive|good[- ]looking|handsome|slim|well[- ]groomed) (person|candidates?|applicants?|appearance|lady|man|woman)|photo (required|mandatory)|send (a |your )?photo"
            ),
            "Name the dress code or the task; looks and photos are not asked."
        ),
    ];

    // Equal-opportunity statements name the attributes in order to protect them.
    private static readonly Regex Statement = Patterns.Words(
        @"equal opportunit\w+|regardless|without regard|discriminat\w+|affirmative action|all (qualified )?(applicants|candidates)|diversity|inclusi\w+|welcome|encourage\w*|protected|veterans?|irrespective"
    );

    public static IEnumerable<RefusedCriterion> Find(string text, int start, int length)
    {
        var sentence = text.AsSpan(start, length).ToString();
        if (Statement.IsMatch(sentence))
        {
            yield break;
        }

        foreach (var (attribute, pattern, alternative) in Rules)
        {
            if (pattern.Match(sentence) is { Success: true } match)
            {
                yield return new RefusedCriterion(
                    attribute,
                    match.Value,
                    alternative,
                    start + match.Index,
                    match.Length
                );
            }
        }
    }
}
