using System.Collections.Frozen;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

/// <summary>Tells "no experience with SQL" and "want to learn SQL" from having it.</summary>
internal static class Polarity
{
    private const int Reach = 6;

    private static readonly FrozenSet<string> Negations = FrozenSet.ToFrozenSet([
        "no",
        "not",
        "never",
        "without",
        "lack",
        "lacking",
        "lacks",
        "don't",
        "doesn't",
        "haven't",
        "hasn't",
        "isn't",
        "cannot",
        "can't",
        "neither",
        "nor",
    ]);

    // Words of other languages; in capitals they are something else: SEM, SANs.
    private static readonly FrozenSet<string> ForeignNegations = FrozenSet.ToFrozenSet([
        "kein",
        "keine",
        "keinen",
        "nicht",
        "ohne",
        "aucun",
        "aucune",
        "sans",
        "pas",
        "ninguna",
        "ningun",
        "sin",
        "nie",
        "brak",
        "bez",
        "geen",
        "niet",
        "zonder",
        "nessuna",
        "nessun",
        "senza",
        "nenhuma",
        "nenhum",
        "sem",
        "nicio",
        "fara",
        "nu",
    ]);

    private static readonly FrozenSet<string> Wishes = FrozenSet.ToFrozenSet([
        "learn",
        "want",
        "wish",
        "wishing",
        "hope",
        "hoping",
        "eager",
        "keen",
        "interested",
        "aspire",
        "aspiring",
        "willing",
        "seeking",
        "would",
        "lernen",
        "mochte",
        "apprendre",
        "souhaite",
        "aprender",
        "quiero",
        "chce",
        "wil",
        "leren",
        "vorrei",
        "imparare",
        "gostaria",
        "doresc",
    ]);

    // "Planning to learn SQL" is a wish, "budget planning, SQL" is work.
    private static readonly FrozenSet<string> Plans = FrozenSet.ToFrozenSet(["plan", "planning", "looking"]);

    private static readonly FrozenSet<string> Aims = FrozenSet.ToFrozenSet(["to", "for", "on", "forward"]);

    // "Not only SQL", "no less than", "without supervision": none denies what follows.
    private static readonly FrozenSet<string> Harmless = FrozenSet.ToFrozenSet([
        "only",
        "less",
        "just",
        "limited",
        "supervision",
        "assistance",
        "fewer",
        "exceed",
    ]);

    /// <summary>Looks at the words before the found one, within its clause.</summary>
    public static Attitude Of(string text, IReadOnlyList<Term> terms, int found)
    {
        for (var i = found - 1; i >= 0 && i >= found - Reach; i--)
        {
            if (EndsClause(text, terms[i].End, terms[i + 1].Start))
            {
                break;
            }

            // In a list, an item says nothing of the next one: "SEO, SEM, Google Analytics".
            if (text[terms[i].End] == ',')
            {
                continue;
            }

            if (IsNegation(text, terms[i]) && !Harmless.Contains(terms[i + 1].Lower))
            {
                return Attitude.Denied;
            }

            if (IsWish(terms[i].Lower, terms[i + 1].Lower))
            {
                return Attitude.Wished;
            }
        }

        return Attitude.Claimed;
    }

    private static bool IsNegation(string text, Term term) =>
        Negations.Contains(term.Lower)
        || (ForeignNegations.Contains(term.Lower) && !char.IsUpper(text[term.Start + 1]));

    private static bool IsWish(string word, string next) =>
        Wishes.Contains(word) || (Plans.Contains(word) && Aims.Contains(next));

    private static bool EndsClause(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is '.' or ';' or ':' or '!' or '?' or '|' or '•')
            {
                return true;
            }
        }

        return text.AsSpan(start, end - start).Contains(',') && end - start > 2;
    }
}

/// <summary>How a sentence speaks of something.</summary>
internal enum Attitude
{
    /// <summary>As a fact.</summary>
    Claimed = 0,

    /// <summary>As a wish or plan.</summary>
    Wished,

    /// <summary>As missing.</summary>
    Denied,
}
