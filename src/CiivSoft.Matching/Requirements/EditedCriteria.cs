using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>
/// What a person may not ask for by editing, beside <see cref="ProtectedCriteria"/>. Whoever edits a list names a demand on the
/// applicant, so that an attribute that stands alone ("Gender: female") is one; "work with children" is none.
/// </summary>
internal static class EditedCriteria
{
    private const string Value =
        @"\s*([:=].*|(is|must|should|limit|group|range|band|required|preferred|only|needed|above|below|under|over|from|between|up|at|maximum|minimum|\d)\b.*)?";

    private static readonly (string Attribute, Regex Pattern, string Alternative)[] Rules =
    [
        (
            "age",
            Patterns.Words(
                @"recent(ly)? graduat(e|es|ed)|(new|fresh|recent) grad(uate)?s?|just graduated|(year|date) of graduation|graduation (year|date)|graduated (in|after|since) (19|20)\d\d|\d\d (years|yrs) (old|of age)|date of birth|birth ?(date|year)s?|born (after|before|since|in)|age (limit|band)|(generation [xyz]|gen[- ]?z|millennials?) (only|preferred|candidates?)"
            ),
            "Ask for the knowledge or experience that the work needs; that it may be short can be said in the posting, and a legal minimum age is checked at hiring."
        ),
        (
            "age",
            Alone("(maximum |minimum )?age|young(er)?|youthful"),
            "Ask for the experience that the work needs; a legal minimum age is checked at hiring."
        ),
        (
            "sex",
            Patterns.Words(@"(he|she) (must|should)|gender identity|sexual orientation|(male|female) gender"),
            "Name the task, for example lifting up to 20 kg, and leave the sex out."
        ),
        (
            "sex",
            Alone("gender|sex|males?|females?|men|women|man|woman|lady|gentleman|transgender|gay"),
            "Name the task, for example lifting up to 20 kg, and leave the sex out."
        ),
        (
            "family",
            Patterns.Words(
                @"marital status|family status|maiden name|(has|have|having|without|no) ((small|young|own) )?(children|kids)|(not|no|be|is) pregnan(t|cy)|pregnancy test|(no|without) (career |employment |cv |résumé |resume )?gaps|gap[- ]free|uninterrupted (career|employment)"
            ),
            "Name the hours, shifts or travel that the work needs, or the years of experience; the family and the pauses of a career are not asked."
        ),
        (
            "family",
            Alone("married|unmarried|single|divorced|widowed|childless|children|parent|mother|father"),
            "Name the hours, shifts or travel that the work needs; the family is not asked."
        ),
        (
            "origin",
            Patterns.Words(
                @"nationalit(y|ies)|citizenship|(us|u\.s\.|eu|uk|\w+ish|\w+an|french) citizens?|citizens? (only|required|preferred)|(place|country) of birth|ethnicity|ethnic (origin|background|group)|mother tongue|first language|native (english|german|french|spanish|polish|dutch|speakers?|language|level|proficiency)|(no|without) (foreign )?accent|accent[- ]free|skin colou?r|migration background|(european|asian|african|western|local) (origin|descent|background)"
            ),
            "Ask for the level of the language that the work needs, such as fluent or C1, or for the right to work in the country; a clearance that the law demands can be named as such."
        ),
        (
            "origin",
            Alone("race|colou?r|origin|ethnic|tribe|caste"),
            "Ask for what the work needs; where somebody comes from is not asked."
        ),
        (
            "place of living",
            Patterns.Words(
                @"(zip|postal) ?codes?|post ?codes?|(must|should) (live|reside)|lives (near|within)|living (near|within)|resident of|home address"
            ),
            "Name the place of work and the presence that it needs; a home address stands for origin and means."
        ),
        (
            "religion",
            Patterns.Words(
                @"religious (belief|affiliation)s?|church member(ship)?|baptised|practi[sc]ing (christian|catholic|muslim|jew)"
            ),
            "Name the task; a faith can be asked only where the law makes it a genuine occupational requirement."
        ),
        (
            "religion",
            Alone("religion|faith|belief|creed|christian|muslim|jewish|hindu|catholic|protestant|atheist"),
            "Name the task; a faith can be asked only where the law makes it a genuine occupational requirement."
        ),
        (
            "disability",
            Patterns.Words(
                @"(no|without|free of) (any )?(disabilit(y|ies)|chronic (illness|disease)s?|health (problems?|issues?)|medical conditions?)|in good health|good health required|physically fit|days? of sick leave"
            ),
            "Name the task, such as climbing ladders, and offer reasonable adjustments."
        ),
        (
            "disability",
            Alone("disabled|disability|disabilities|health|healthy|handicap(ped)?"),
            "Name the task, such as climbing ladders, and offer reasonable adjustments."
        ),
        (
            "appearance",
            Patterns.Words(
                @"(recent|passport|profile|portrait) photo(graph)?|photo(graph)? (attached|included|enclosed|required|mandatory|needed)|headshot (required|attached)|pleasant appearance|body (height|weight)|good[- ]looking"
            ),
            "Name the dress code or the task; looks and photos are not asked."
        ),
        (
            "appearance",
            Alone("photo|photograph|picture|appearance|height|weight|tattoos?|beauty"),
            "Name the dress code or the task; looks and photos are not asked."
        ),
        (
            "opinion",
            Patterns.Words(
                @"(not an? |no |non[- ])(trade |labou?r )?union members?|union membership|political (views?|affiliation|opinions?)|party membership"
            ),
            "Leave it out: membership of unions and parties says nothing of the work."
        ),
    ];

    /// <summary>Each attribute that the text stands for, once.</summary>
    public static IEnumerable<RefusedCriterion> Find(string text) =>
        ProtectedCriteria
            .Find(text, 0, text.Length)
            .Concat(
                Rules
                    .Select(rule => (rule, match: rule.Pattern.Match(text)))
                    .Where(found => found.match.Success)
                    .Select(found => new RefusedCriterion(
                        found.rule.Attribute,
                        found.match.Value.Trim(),
                        found.rule.Alternative,
                        found.match.Index,
                        found.match.Length
                    ))
            )
            .DistinctBy(criterion => criterion.Attribute);

    // The whole text is the attribute, perhaps with a value.
    private static Regex Alone(string words) =>
        Patterns.Bounded(
            $@"^\s*((the|an?|must be|should be|is|be|candidate|applicant) ){{0,3}}({words})( (person|candidates?|applicants?))?{Value}\s*\.?$"
        );
}
