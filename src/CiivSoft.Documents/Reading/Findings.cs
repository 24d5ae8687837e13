using System.Collections.Immutable;

namespace CiivSoft.Documents.Reading;

/// <summary>Collects what was odd about the document in hand, adding up equal findings.</summary>
internal sealed class Findings
{
    private const int LeastHiddenCharacters = 3;

    private readonly SortedDictionary<(DocumentWarningKind Kind, string Detail), int> _counts = [];

    public void Add(DocumentWarningKind kind, string detail, int count = 1)
    {
        if (count > 0)
        {
            _counts[(kind, detail)] = _counts.GetValueOrDefault((kind, detail)) + count;
        }
    }

    /// <summary>Counts hidden letters and digits; white space hides nothing.</summary>
    public void AddHidden(string technique, ReadOnlySpan<char> text)
    {
        var visible = 0;
        foreach (var character in text)
        {
            visible += char.IsWhiteSpace(character) ? 0 : 1;
        }

        Add(DocumentWarningKind.HiddenText, technique, visible);
    }

    /// <summary>All findings, except hiding places of one or two characters: those are accidents of layout.</summary>
    public ImmutableArray<DocumentWarning> ToWarnings() =>
        [
            .. _counts
                .Where(entry =>
                    entry.Key.Kind != DocumentWarningKind.HiddenText || entry.Value >= LeastHiddenCharacters
                )
                .Select(entry => new DocumentWarning(entry.Key.Kind, entry.Key.Detail, entry.Value)),
        ];
}
