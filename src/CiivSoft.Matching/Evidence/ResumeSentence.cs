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
}
