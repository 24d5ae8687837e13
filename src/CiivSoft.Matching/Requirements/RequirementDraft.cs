using System.Globalization;

namespace CiivSoft.Matching.Requirements;

/// <summary>Requirements being collected from one posting; the first mention of a thing counts.</summary>
internal sealed class RequirementDraft(string text)
{
    /// <summary>The weight of what the law asks for; no other licence has as much.</summary>
    public const double WeightOfLaw = 0.95;

    private readonly HashSet<string> _known = [];
    private readonly List<Requirement> _items = [];
    private readonly List<RefusedCriterion> _refused = [];

    public string Text => text;

    /// <summary>The posting's title without noise; years of which nothing else is said are years of it.</summary>
    public string Role { get; init; } = "";

    /// <summary>Credentials that the work cannot be done without.</summary>
    public IReadOnlyList<string> RequiredByLaw { get; init; } = [];

    public IReadOnlyList<Requirement> Items => _items;

    public IReadOnlyList<RefusedCriterion> Refused => _refused;

    public bool IsRefused(int start, int length) =>
        _refused.Exists(refused =>
            refused.SourceStart < start + length && start < refused.SourceStart + refused.SourceLength
        );

    /// <summary>True when something was read from that stretch already.</summary>
    public bool Covers(int start, int length) =>
        _items.Exists(item => item.SourceStart < start + length && start < item.SourceStart + item.SourceLength);

    /// <summary>True when a licence or language was read from there, or a licence has that name: it is no skill besides.</summary>
    public bool IsNamedOtherwise(string skill, int start, int length) =>
        _items.Exists(item =>
            item.Kind is RequirementKind.Licence or RequirementKind.Language
            && (
                (item.SourceStart < start + length && start < item.SourceStart + item.SourceLength)
                || item.Text.Equals(skill, StringComparison.OrdinalIgnoreCase)
            )
        );

    public void Refuse(IEnumerable<RefusedCriterion> criteria) => _refused.AddRange(criteria);

    /// <summary>Adds a requirement under an id made of kind and subject; a subject already there is left as it is.</summary>
    public void Add(string subject, Requirement requirement)
    {
        var id = $"{Redaction.Folding.Fold(requirement.Kind.ToString())}:{Slug(subject)}";
        if (_known.Add(id))
        {
            _items.Add(requirement with { Id = id });
        }
    }

    private static string Slug(string subject) =>
        string.Join('-', Term.Of(subject).Take(8).Select(term => term.Lower)) is { Length: > 0 } slug
            ? slug
            : subject.Length.ToString(CultureInfo.InvariantCulture);
}
