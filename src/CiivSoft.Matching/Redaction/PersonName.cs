using System.Collections.Frozen;

namespace CiivSoft.Matching.Redaction;

/// <summary>One full name, cut into folded parts: "María José García-López" has four.</summary>
internal sealed class PersonName
{
    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet([
        "van",
        "von",
        "vom",
        "zu",
        "zum",
        "zur",
        "de",
        "der",
        "den",
        "des",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "du",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "bint",
        "ibn",
        "ben",
        "abu",
        "ter",
        "ten",
        "te",
        "y",
        "e",
        "i",
        "af",
        "av",
        "st",
        "o",
        "d",
        "l",
        "mac",
        "mc",
        "ap",
        "san",
        "dela",
        "ul",
        "ur",
    ]);

    private static readonly FrozenSet<string> Titles = FrozenSet.ToFrozenSet([
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "rev",
        "jr",
        "sr",
        "ii",
        "iii",
        "phd",
        "md",
        "mba",
        "rn",
        "esq",
    ]);

    private PersonName(IReadOnlyList<string> parts)
    {
        Parts = parts;
        var identifying = parts.Where((part, i) => i == 0 || !Particles.Contains(part)).Distinct().ToList();
        FullParts = identifying.Count > 1 ? identifying : [.. parts.Distinct()];
        Joined = string.Concat(parts);
        JoinedBackwards = string.Concat(parts.Reverse());
    }

    /// <summary>All parts in order, particles included.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>The parts that identify: no particles, no repetition.</summary>
    public IReadOnlyList<string> FullParts { get; }

    public string Joined { get; }

    public string JoinedBackwards { get; }

    public bool IsSingle => FullParts.Count == 1;

    /// <summary>The name in a string such as "Dr. Anna van der Berg"; null when no letter is left.</summary>
    public static PersonName? Parse(string name)
    {
        var parts = TextWord.Of(name, 0, name.Length).Select(word => word.Folded).Where(HasLetter).ToList();
        var plain = parts.Where(part => !Titles.Contains(part)).ToList();
        var kept = plain.Count > 0 ? plain : parts;
        return kept.Count == 0 ? null : new PersonName(kept);
    }

    public bool IsPart(string folded) => FullParts.Contains(folded);

    public bool IsParticle(string folded) => Particles.Contains(folded) && Parts.Contains(folded);

    public static bool IsTitle(string folded) => Titles.Contains(folded);

    public static bool IsAnyParticle(string folded) => Particles.Contains(folded);

    /// <summary>True for a single letter that begins a part other than <paramref name="partner"/>.</summary>
    public bool IsInitial(string folded, string partner) =>
        folded.Length == 1
        && FullParts.Any(part =>
            part.Length > 1 && part[0] == folded[0] && !part.Equals(partner, StringComparison.Ordinal)
        );

    private static bool HasLetter(string word) => word.Any(c => char.IsLetter(c) || char.IsSurrogate(c));
}
