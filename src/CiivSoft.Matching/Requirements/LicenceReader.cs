using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>Finds licences, registrations and certificates.</summary>
internal static class LicenceReader
{
    private static readonly (string Name, Regex Pattern)[] Known =
    [
        (
            "Driving licence",
            Patterns.Words(
                @"driv(er|ing|er['’]?s)['’]?s?[- ]?licen[cs]e|licen[cs]ed driver|führerschein\w*|permis (de conduire|b)|carnet de conducir|prawo jazdy|rijbewijs|patente( b| di guida)|carta de condução|permis de conducere|permis auto"
            )
        ),
        (
            "Commercial driving licence",
            Patterns.Words(
                @"cdl|commercial driver['’]?s? licen[cs]e|class a licen[cs]e|hgv( licen[cs]e)?|lgv|lkw[- ]führerschein|c\+e"
            )
        ),
        (
            "Forklift licence",
            Patterns.Words(
                @"(forklift|fork lift|flt|counterbalance) (licen[cs]e|certificat\w+|certified)|certified forklift|staplerschein|caces"
            )
        ),
        (
            "Nursing registration",
            Patterns.Words(
                @"(rn|lpn|lvn|registered nurs(e|ing)|nursing) licen[cs](e|ure)|licen[cs]ed (registered|practical|vocational) nurse|nmc (pin|registration|registered)|licen[cs]ed as an? rn|current rn|state rn|rn license|registration as an? ([a-z]+ )?nurse|registered as an? nurse|nurs(e|ing) registration"
            )
        ),
        ("BLS", Patterns.Words(@"bls|basic life support")),
        ("ACLS", Patterns.Words(@"acls|advanced cardia(c|l) life support")),
        ("CPR", Patterns.Words(@"cpr")),
        ("CPA", Patterns.Words(@"cpa|certified public accountant")),
        ("ACCA, ACA or CIMA", Patterns.Words(@"acca|aca|cima")),
        ("CFA", Patterns.Words(@"cfa|chartered financial analyst")),
        ("PMP, PRINCE2 or AgilePM", Patterns.Words(@"pmp|project management professional|prince2|agilepm")),
        ("Scrum certificate", Patterns.Words(@"csm|certified scrum ?master|psm")),
        (
            "PE licence",
            Patterns.Words(
                @"professional engineer('s)? licen[cs]e|pe licen[cs]e|licen[cs]ed professional engineer|chartered engineer|ceng"
            )
        ),
        (
            "Teaching licence",
            Patterns.Words(
                @"teach(ing|er['’]?s?) (licen[cs]e|certificat\w+|credential)|qts|qualified teacher status|pgce|certified teacher"
            )
        ),
        ("Real estate licence", Patterns.Words(@"real estate licen[cs]e|licen[cs]ed real estate")),
        (
            "Insurance licence",
            Patterns.Words(
                @"insurance licen[cs]e|property (and|&) casualty licen[cs]e|p&c licen[cs]e|life (and|&) health licen[cs]e"
            )
        ),
        ("FINRA series licence", Patterns.Words(@"series 7|series 66|series 63|finra")),
        ("Security licence", Patterns.Words(@"sia licen[cs]e|guard card|security licen[cs]e")),
        (
            "Food safety certificate",
            Patterns.Words(
                @"servsafe|food handler'?s?( card| certificate| permit)?|food hygiene certificate|level [23] food (safety|hygiene)"
            )
        ),
        ("OSHA certificate", Patterns.Words(@"osha[- ]?(10|30)|osha certif\w+|cscs( card)?")),
        (
            "Electrician's licence",
            Patterns.Words(
                @"(journeyman|master) electrician|electrical licen[cs]e|electrician['’]?s? licen[cs]e|18th edition"
            )
        ),
        ("EPA certificate", Patterns.Words(@"epa (608|certif\w+|universal)|f[- ]gas")),
        ("Welding certificate", Patterns.Words(@"aws d1\.1|(certified|coded) welder|welding certif\w+")),
        ("SHRM, PHR or CIPD", Patterns.Words(@"phr|sphr|shrm(-(cp|scp))?|cipd")),
        ("AWS certificate", Patterns.Words(@"aws (certified|certification)[\w -]{0,30}")),
        ("Microsoft certificate", Patterns.Words(@"mcsa|mcse|microsoft certified|az-\d{3}")),
        ("CompTIA", Patterns.Bounded(@"\b(comptia|a\+ certif\w+)\b|\b(security|network)\+")),
        ("Cisco certificate", Patterns.Words(@"ccna|ccnp|ccie")),
        ("CISSP, CISM or CISA", Patterns.Words(@"cissp|cism|cisa")),
        ("Cosmetology licence", Patterns.Words(@"cosmetology licen[cs]e|licen[cs]ed (cosmetologist|esthetician)")),
        ("Nursing assistant certificate", Patterns.Words(@"cna|certified nursing assistant")),
        (
            "Pharmacist's licence",
            Patterns.Words(@"pharmacist('s)? licen[cs]e|gphc|(licen[cs]ed|registered) pharmacist")
        ),
        ("Pharmacy technician certificate", Patterns.Words(@"pharmacy (technician )?licen[cs]e|cpht|ptcb")),
        (
            "Bar admission",
            Patterns.Words(
                @"bar admission|admitted to (the|practice)|member of the [\w ]{0,20}bar|licen[cs]ed to practice law"
            )
        ),
        ("Personal trainer certificate", Patterns.Words(@"nasm|certified personal trainer|nsca")),
    ];

    private static readonly Regex AnyLicence = Patterns.Bounded(
        @"\b(certified|licen[cs]ed|chartered)\s+((in|as|an?)\s+){0,4}[a-z]+(\s+[a-z]+)?|\b[a-z]+(\s+[a-z]+)?\s+(licen[cs]e|licensure|certification|certificate|registration)\b"
    );

    /// <summary>Known licences in a stretch of text.</summary>
    public static IEnumerable<LicenceMention> Find(string text, int start, int length)
    {
        var stretch = text.AsSpan(start, length).ToString();
        foreach (var (name, pattern) in Known)
        {
            foreach (var match in pattern.Matches(stretch).Cast<Match>())
            {
                yield return new LicenceMention(name, start + match.Index, match.Length);
            }
        }
    }

    /// <summary>The words of a licence that is not known by name; null when the stretch speaks of none.</summary>
    public static LicenceMention? FindOther(string text, int start, int length)
    {
        var match = AnyLicence.Match(text.AsSpan(start, length).ToString());
        return match.Success ? new LicenceMention(match.Value.Trim(), start + match.Index, match.Length) : null;
    }
}

/// <summary>Where a text names a licence.</summary>
internal readonly record struct LicenceMention(string Name, int Start, int Length);
