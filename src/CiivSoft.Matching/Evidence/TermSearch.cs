using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

/// <summary>Finds the words of a wording next to each other, whatever their endings.</summary>
internal static class TermSearch
{
    public static IEnumerable<SkillPlace> Find(string wording, IReadOnlyList<ResumeSentence> sentences)
    {
        var stems = Term.Of(wording).Select(term => term.Stem).ToArray();
        foreach (var sentence in sentences.Where(sentence => stems.Length > 0 && stems.All(sentence.Stems.Contains)))
        {
            for (var i = 0; i + stems.Length <= sentence.Terms.Count; i++)
            {
                if (IsAt(stems, sentence.Terms, i))
                {
                    yield return new SkillPlace(sentence, i, stems.Length);
                }
            }
        }
    }

    private static bool IsAt(string[] stems, List<Term> terms, int first)
    {
        for (var i = 0; i < stems.Length; i++)
        {
            if (!terms[first + i].Stem.Equals(stems[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
