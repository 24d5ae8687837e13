namespace CiivSoft.LeverSimulator.Api;

/// <summary>Which fields of a record are answered (<c>include</c>) and which ids are replaced by what they stand for (<c>expand</c>).</summary>
internal sealed class FieldSelection
{
    public static readonly FieldSelection All = new(QueryValues.Empty);

    private readonly HashSet<string>? _included;
    private readonly HashSet<string> _expanded;

    public FieldSelection(QueryValues query)
    {
        _expanded = new HashSet<string>(query.GetAll("expand"), StringComparer.Ordinal);
        if (query.GetAll("include") is { Length: > 0 } included)
        {
            _included = new HashSet<string>(included, StringComparer.Ordinal) { "id" };
        }
    }

    public bool Includes(string field) => _included is null || _included.Contains(field) || Expands(field);

    public bool Expands(string field) => _expanded.Contains(field);
}
