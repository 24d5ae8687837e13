namespace CiivSoft.Matching.Requirements;

/// <summary>What a posting asks for. Store it with a decision, so that the decision can be explained later.</summary>
/// <param name="Version">How it came about: the drafter's version, or the name a person's edit was given.</param>
/// <param name="Items">In the order of the posting, the title's first.</param>
/// <param name="Refused">Criteria that must not be used, with a lawful alternative for each.</param>
public sealed record RequirementList(
    string Version,
    IReadOnlyList<Requirement> Items,
    IReadOnlyList<RefusedCriterion> Refused
)
{
    /// <summary>Nothing is asked for.</summary>
    public static RequirementList Empty { get; } = new("", [], []);
}

/// <summary>A criterion of the posting that stands for a protected attribute and is not judged.</summary>
/// <param name="Attribute">The protected attribute: age, sex, origin, …</param>
/// <param name="Wording">The posting's words.</param>
/// <param name="Alternative">What could lawfully be asked for instead.</param>
/// <param name="SourceStart">Where it stands in the posting's text, in UTF-16 units.</param>
/// <param name="SourceLength">Length in UTF-16 units.</param>
public sealed record RefusedCriterion(
    string Attribute,
    string Wording,
    string Alternative,
    int SourceStart,
    int SourceLength
);
