using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

/// <summary>A line or sentence of a résumé that can be quoted, with its words and the section it stands in.</summary>
internal sealed record ResumeSentence(
    int Start,
    int Length,
    SectionKind Section,
    List<Term> Terms,
    HashSet<string> Stems
)
{
    public int End => Start + Length;

    /// <summary>The index of the first word that ends behind a place of the text; negative when none does.</summary>
    public int TermFrom(int place)
    {
        var (low, high) = (0, Terms.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Terms[middle].End > place ? (low, middle) : (middle + 1, high);
        }

        return low < Terms.Count ? low : -1;
    }
}
