using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>Which part of a posting a heading opens, and what single sentences say of themselves.</summary>
internal static class PostingCues
{
    private const int MaxHeadingLength = 70;
    private const int MaxHeadingWords = 8;
    private const int MaxLabelLength = 40;
    private const int MaxLabelWords = 5;

    private static readonly (PostingPart Part, Regex Pattern)[] Headings =
    [
        (
            PostingPart.Nice,
            Patterns.Words(
                @"nice to haves?|preferred|desirable|desired|bonus( points)?|pluses|would be (a plus|great|nice)|advantageous|good to have|wünschenswert|von vorteil|atouts?|souhaité\w*|se valorará|deseable|mile widziane|pré|gewenst|desiderabil\w+|diferencia\w+|constituie (un )?avantaj"
            )
        ),
        (
            PostingPart.Ignored,
            Patterns.Words(
                @"benefits|perks|what we offer|we offer|our offer|about us|about the company|who we are|about \w+ (inc|ltd|llc)|company (description|overview)|equal opportunity|eeo|how to apply|to apply|compensation|salary|pay|schedule|why (join|work)|our values|disclaimer|wir bieten|das bieten wir|über uns|nous offrons|avantages|ofrecemos|oferujemy|wij bieden|offriamo|oferecemos|oferim|beneficii"
            )
        ),
        (
            PostingPart.Must,
            Patterns.Words(
                @"requirements?|required|qualifications?|must haves?|essential( criteria| skills)?|minimum|skills|experience|you have|you bring|you(['’]?ll| will) (need|bring|have)|what you need|about you|who you are|looking for|your profile|candidate profile|ideal candidate|competenc(e|es|y|ies)|knowledge|education|eligibility|person specification|certifications?|licen[cs]es?|abilities|anforderungen|(ihr|dein) profil|das bringen sie mit|qualifikation\w*|profil( recherché)?|compétences|requisitos|perfil|wymagania|oczekujemy|vereisten|wij vragen|jouw profiel|requisiti|profilo|cerințe|profilul"
            )
        ),
        (
            PostingPart.Duties,
            Patterns.Words(
                @"responsibilit(y|ies)|duties|what you['’]?ll (do|be doing)|what you will (do|be doing)|you will|the role|your role|role description|job (description|summary|purpose|duties|functions?)|essential functions|key tasks|tasks|accountabilities|day to day|position (summary|overview)|aufgaben|missions?|vos missions|funciones|responsabilidad\w*|obowiązki|zakres obowiązków|taken|werkzaamheden|responsabilit\w+|mansioni|atividades|responsabilităț\w+"
            )
        ),
    ];

    private static readonly Regex NiceWords = Patterns.Words(
        @"preferred|preferably|a plus|is a plus|big plus|major plus|nice to have|desirable|desired|ideally|bonus|advantage(ous)?|not required|would be (great|nice|ideal|helpful)|helpful|beneficial|von vorteil|wünschenswert|idealerweise|un plus|un atout|idéalement|se valorará|deseable|mile widzian\w+|is een (pré|plus)|costituisce titolo|preferibil\w+|desejável|constituie (un )?avantaj"
    );

    private static readonly Regex MustWords = Patterns.Words(
        @"must|required|require|requires|essential|minimum|at least|mandatory|necessary|need to|needs to|mindestens|zwingend|erforderlich|exigé|requis|imprescindible|wymagan\w+|vereist|richiest\w+|obrigatóri\w+|obligatoriu"
    );

    private static readonly Regex NotMust = Patterns.Words("not (required|necessary|essential|mandatory)");

    private static readonly Regex IgnoredWords = Patterns.Words(
        @"equal opportunit\w+|eoe|401\(?k\)?|dental|health insurance|paid time off|pto|per hour|salary|sponsorship|background checks?|drug (test|screen)\w*|click|apply (now|today|online)|submit your (resume|cv)|covid|vaccinat\w+|accommodations?|veterans?|we are an?|our (company|mission|values)|founded in|headquartered"
    );

    /// <summary>The part that a short line opens; null when it is no heading.</summary>
    public static PostingPart? HeadingOf(string line)
    {
        var text = line.Trim();
        var isHeading =
            text.Length is > 2 and <= MaxHeadingLength
            && (
                text.EndsWith(':')
                || (
                    Term.Of(text).Count <= MaxHeadingWords
                    && !text.EndsWith('.')
                    && !text.Contains(',', StringComparison.Ordinal)
                )
            );
        if (!isHeading || YearsReader.Find(text, 0, text.Length) is not null || !IsBareHeading(text))
        {
            return null;
        }

        foreach (var (part, pattern) in Headings)
        {
            if (pattern.IsMatch(text))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>
    /// What a line says of itself before a colon: "Preferred: Docker; Kafka", "Your tasks: process invoices". Null when it
    /// says nothing.
    /// </summary>
    public static LineLabel? LabelOf(string line)
    {
        if (SkillEnumeration.LabelLength(line) is > 0 and var length)
        {
            return new LineLabel(PostingPart.Must, length, true);
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (
            colon is <= 0 or > MaxLabelLength
            || colon + 1 == line.Length
            || Term.Of(line, 0, colon).Count > MaxLabelWords
            || !IsBareHeading(line[..colon])
            || HeadingOf(line[..(colon + 1)]) is not { } part
        )
        {
            return null;
        }

        // "Experience: 3 years" are years of experience: only what the person will do reads as well without its label.
        var rest = line.Length - line.AsSpan(colon + 1).TrimStart().Length;
        return new LineLabel(part, part == PostingPart.Duties ? rest : 0, false);
    }

    public static bool IsIgnored(string sentence) => IgnoredWords.IsMatch(sentence);

    public static bool SaysNice(string sentence) => NiceWords.IsMatch(sentence);

    public static bool SaysMust(string sentence) =>
        MustWords.IsMatch(sentence) && !(NotMust.IsMatch(sentence) && MustWords.Count(sentence) == 1);

    // "Excellent communication skills" is an item of a list, "Skills and experience" opens one.
    private static bool IsBareHeading(string text) =>
        text.EndsWith(':') || !Term.Of(text).Exists(term => term.IsContent && !HeadingWords.Contains(term.Lower));

    private static readonly FrozenSet<string> HeadingWords = FrozenSet.ToFrozenSet(
        "requirements requirement required qualifications qualification must have haves essential criteria minimum basic key core skills skill experience you bring need about looking your profile candidate ideal competencies competence knowledge education eligibility person specification certifications certification licenses licences abilities nice preferred desirable desired bonus points pluses plus benefits perks offer us company overview description equal opportunity apply compensation salary pay schedule join work working values responsibilities responsibility duties role job summary purpose functions function tasks accountabilities day position general physical additional technical professional other specific primary main who what we are the to for and in of this our why how anforderungen ihr dein profil aufgaben wir bieten uber uns missions vos competences avantages nous offrons requisitos perfil funciones ofrecemos responsabilidades wymagania obowiazki oferujemy zakres vereisten taken jouw profiel wij bieden requisiti mansioni profilo responsabilita offriamo cerinte responsabilitati beneficii oferim profilul recherche vragen essentials information".Split(
            ' '
        )
    );
}

/// <summary>What a part of a posting is for.</summary>
internal enum PostingPart
{
    /// <summary>Before any known heading.</summary>
    Unknown = 0,

    /// <summary>Required things.</summary>
    Must,

    /// <summary>Preferred things.</summary>
    Nice,

    /// <summary>What the person will do.</summary>
    Duties,

    /// <summary>Benefits, the company, legal statements.</summary>
    Ignored,
}

/// <summary>What stands before the colon of a sentence that goes on behind it.</summary>
/// <param name="Part">What the rest of it is.</param>
/// <param name="Skipped">So many characters at its beginning are no part of what it says.</param>
/// <param name="IsOfSkills">True when every item of it is a skill.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineLabel(PostingPart Part, int Skipped, bool IsOfSkills)
{
    /// <summary>What it is under a heading: "Technical skills:" below "Nice to have" is nice to have.</summary>
    public PostingPart Under(PostingPart heading) =>
        Part == PostingPart.Must && heading is PostingPart.Nice or PostingPart.Ignored ? heading : Part;
}
