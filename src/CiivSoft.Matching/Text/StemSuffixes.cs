namespace CiivSoft.Matching.Text;

/// <summary>Steps 2 to 4 of Porter2: of all suffixes that fit the longest counts, even where its condition fails.</summary>
internal static class StemSuffixes
{
    // Longest first.
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ization", "ize"),
        ("ational", "ate"),
        ("fulness", "ful"),
        ("ousness", "ous"),
        ("iveness", "ive"),
        ("tional", "tion"),
        ("biliti", "ble"),
        ("lessli", "less"),
        ("entli", "ent"),
        ("ation", "ate"),
        ("alism", "al"),
        ("aliti", "al"),
        ("ousli", "ous"),
        ("iviti", "ive"),
        ("fulli", "ful"),
        ("enci", "ence"),
        ("anci", "ance"),
        ("abli", "able"),
        ("izer", "ize"),
        ("ator", "ate"),
        ("alli", "al"),
        ("bli", "ble"),
        ("ogi", "og"),
        ("li", ""),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("ational", "ate"),
        ("tional", "tion"),
        ("alize", "al"),
        ("icate", "ic"),
        ("iciti", "ic"),
        ("ative", ""),
        ("ical", "ic"),
        ("ness", ""),
        ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement",
        "ance",
        "ence",
        "able",
        "ible",
        "ment",
        "ant",
        "ent",
        "ism",
        "ate",
        "iti",
        "ous",
        "ive",
        "ize",
        "ion",
        "al",
        "er",
        "ic",
    ];

    public static void ApplyStep2(StemBuffer stem)
    {
        foreach (var (suffix, replacement) in Step2)
        {
            if (stem.EndsWith(suffix))
            {
                if (stem.Length - suffix.Length >= stem.R1 && IsAllowedInStep2(stem, suffix))
                {
                    stem.Replace(suffix.Length, replacement);
                }

                return;
            }
        }
    }

    public static void ApplyStep3(StemBuffer stem)
    {
        foreach (var (suffix, replacement) in Step3)
        {
            if (stem.EndsWith(suffix))
            {
                var region = suffix is "ative" ? stem.R2 : stem.R1;
                if (stem.Length - suffix.Length >= region)
                {
                    stem.Replace(suffix.Length, replacement);
                }

                return;
            }
        }
    }

    public static void ApplyStep4(StemBuffer stem)
    {
        foreach (var suffix in Step4)
        {
            if (stem.EndsWith(suffix))
            {
                var inRegion = stem.Length - suffix.Length >= stem.R2;
                if (inRegion && (suffix is not "ion" || stem.FromEnd(3) is 's' or 't'))
                {
                    stem.Replace(suffix.Length, "");
                }

                return;
            }
        }
    }

    private static bool IsAllowedInStep2(StemBuffer stem, string suffix) =>
        suffix switch
        {
            "ogi" => stem.FromEnd(3) == 'l',
            "li" => stem.FromEnd(2) is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
            _ => true,
        };
}
