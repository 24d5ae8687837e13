namespace CiivSoft.Matching.Text;

/// <summary>
/// Porter2, the English stemmer of the Snowball project (snowballstem.org/algorithms/english/stemmer.html), in its
/// version without the exceptional past tenses of later releases. Words come in lower case; what is not a letter a-z
/// or an apostrophe counts as a consonant.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    };

    private static readonly HashSet<string> FinishedAfterPlural = new(StringComparer.Ordinal)
    {
        "inning",
        "outing",
        "canning",
        "herring",
        "earring",
        "proceed",
        "exceed",
        "succeed",
    };

    /// <summary>The stem of a lower-case word; words of one or two letters stay as they are.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= 2)
        {
            return word;
        }

        if (Exceptions.TryGetValue(word, out var exception))
        {
            return exception;
        }

        var stem = new StemBuffer(word);
        stem.DropPossessive();
        stem.DropPlural();
        if (FinishedAfterPlural.Contains(stem.ToString()))
        {
            return stem.ToString();
        }

        stem.DropPastAndGerund();
        stem.TurnFinalY();
        StemSuffixes.ApplyStep2(stem);
        StemSuffixes.ApplyStep3(stem);
        StemSuffixes.ApplyStep4(stem);
        stem.DropFinalEAndL();
        return stem.ToString();
    }
}
