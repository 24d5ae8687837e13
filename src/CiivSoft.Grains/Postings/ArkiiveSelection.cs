using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Switches;

namespace CiivSoft.Grains.Postings;

/// <summary>Who was looked at for a posting, and the best of them. A person counts once, however many contacts they have.</summary>
internal sealed class ArkiiveSelection
{
    private readonly SortedDictionary<string, int> _excluded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScoredPerson> _bestByPerson = new(StringComparer.Ordinal);

    public int Scored { get; private set; }

    public IReadOnlyDictionary<string, int> ExcludedByReason => _excluded;

    public void Exclude(Exclusion reason)
    {
        var name = reason.ToString();
        _excluded[name] = _excluded.GetValueOrDefault(name) + 1;
    }

    public void Add(ScoredPerson person)
    {
        Scored++;
        var key = person.Person.Contact.PersonKey;
        if (!_bestByPerson.TryGetValue(key, out var other) || Compare(person, other) < 0)
        {
            _bestByPerson[key] = person;
        }
    }

    public int CountAbove(double cut) => _bestByPerson.Values.Count(p => IsAbove(p, cut));

    /// <summary>The best at or above the bar, best first, at most so many.</summary>
    public IReadOnlyList<ScoredPerson> Take(double cut, int count) =>
        [
            .. _bestByPerson
                .Values.Where(p => IsAbove(p, cut))
                .Order(Comparer<ScoredPerson>.Create(Compare))
                .Take(Math.Max(0, count)),
        ];

    private static bool IsAbove(ScoredPerson person, double cut) => person.Score.Reaches(cut);

    private static int Compare(ScoredPerson left, ScoredPerson right)
    {
        var byScore = right.Score.Value.CompareTo(left.Score.Value);
        return byScore != 0
            ? byScore
            : string.CompareOrdinal(left.Person.Contact.ContactId, right.Person.Contact.ContactId);
    }
}
