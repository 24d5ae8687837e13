using System.Collections.Frozen;

namespace CiivSoft.Matching.Redaction;

/// <summary>Pronouns, forms of address and words that say a gender.</summary>
internal static class GenderWords
{
    private static readonly FrozenSet<string> Anywhere = FrozenSet.ToFrozenSet([
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "they",
        "them",
        "their",
        "theirs",
        "themself",
        "themselves",
        "mr",
        "mrs",
        "mx",
        "male",
        "female",
        "man",
        "woman",
        "boy",
        "girl",
        "gentleman",
        "lady",
        "husband",
        "wife",
        "madam",
        "herr",
        "frau",
        "madame",
        "monsieur",
        "mme",
        "mlle",
        "mademoiselle",
        "senor",
        "senora",
        "senorita",
        "signor",
        "signora",
        "dhr",
        "mevr",
        "mevrouw",
        "meneer",
        "domnul",
        "doamna",
    ]);

    private static readonly FrozenSet<string> InZone = FrozenSet.ToFrozenSet([
        "ms",
        "miss",
        "sir",
        "mother",
        "father",
        "son",
        "daughter",
        "m",
        "f",
        "w",
        "mannlich",
        "weiblich",
        "masculin",
        "feminin",
        "homme",
        "femme",
        "hombre",
        "mujer",
        "masculino",
        "femenino",
        "kobieta",
        "mezczyzna",
        "man",
        "vrouw",
        "uomo",
        "donna",
        "maschile",
        "femminile",
        "feminino",
        "masculin",
        "barbat",
        "femeie",
    ]);

    private static readonly FrozenSet<string> AfterMs = FrozenSet.ToFrozenSet([
        "office",
        "word",
        "excel",
        "access",
        "project",
        "sql",
        "outlook",
        "powerpoint",
        "power",
        "windows",
        "dos",
        "teams",
        "visio",
        "dynamics",
        "exchange",
        "sharepoint",
        "server",
        "azure",
        "in",
        "degree",
        "paint",
        "publisher",
    ]);

    public static void Redact(RedactionMask mask, TextLine line, bool inZone)
    {
        var words = TextWord.Of(line.Source, line.Start, line.Length);
        for (var i = 0; i < words.Count; i++)
        {
            if (!mask.IsMarked(words[i].Start) && IsGender(words, i, line, inZone))
            {
                mask.Mark(RedactionKind.Gender, words[i].Start, words[i].Length);
            }
        }
    }

    private static bool IsGender(List<TextWord> words, int i, TextLine line, bool inZone)
    {
        var word = words[i];
        if (Anywhere.Contains(word.Folded))
        {
            return !IsAcronym(line, word);
        }

        return (inZone && InZone.Contains(word.Folded)) || IsAddressForm(words, i, line);
    }

    // "Ms Lopez" and "Miss Lopez", but neither "Ms Excel" nor "miss deadlines".
    private static bool IsAddressForm(List<TextWord> words, int i, TextLine line) =>
        line.Source.AsSpan(words[i].Start, words[i].Length) is "Ms" or "Miss"
        && i + 1 < words.Count
        && !words[i + 1].StartsLower
        && !AfterMs.Contains(words[i + 1].Folded);

    // HIS is a hospital's information system when the rest of its line is not in capitals.
    private static bool IsAcronym(TextLine line, TextWord word) =>
        word.Length > 1
        && IsUpper(line.Source.AsSpan(word.Start, word.Length))
        && line.Span.ContainsAnyInRange('a', 'z');

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }
}
