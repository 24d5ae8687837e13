using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace CiivSoft.Documents.Pdf;

/// <summary>Which layers are switched off when the document opens (ISO 32000-1, 8.11).</summary>
internal sealed class OptionalContent
{
    private const int MaxGroups = 1_000;

    private readonly HashSet<DictionaryToken> _off = new(ReferenceEqualityComparer.Instance);
    private IPdfTokenScanner? _scanner;

    public void Load(DictionaryToken catalog, IPdfTokenScanner scanner)
    {
        _scanner = scanner;
        var properties = catalog.Find<DictionaryToken>("OCProperties", scanner);
        if (properties?.Find<DictionaryToken>("D", scanner) is not { } configuration)
        {
            return;
        }

        if (string.Equals(configuration.FindName("BaseState", scanner), "OFF", StringComparison.Ordinal))
        {
            _off.UnionWith(Groups(properties.Find<ArrayToken>("OCGs", scanner)));
        }

        _off.UnionWith(Groups(configuration.Find<ArrayToken>("OFF", scanner)));
        _off.ExceptWith(Groups(configuration.Find<ArrayToken>("ON", scanner)));
    }

    /// <summary>Whether a group, or the groups that a membership dictionary names, hides what it marks.</summary>
    public bool IsOff(DictionaryToken content)
    {
        if (_off.Count == 0 || _scanner is null)
        {
            return false;
        }

        if (!content.Has("OCGs"))
        {
            return _off.Contains(content);
        }

        var groups = Groups(content.Find<ArrayToken>("OCGs", _scanner));
        if (content.Find<DictionaryToken>("OCGs", _scanner) is { } single)
        {
            groups.Add(single);
        }

        return groups.Count > 0
            && content.FindName("P", _scanner) switch
            {
                "AllOn" => groups.Exists(_off.Contains),
                "AnyOff" => !groups.Exists(_off.Contains),
                "AllOff" => !groups.TrueForAll(_off.Contains),
                _ => groups.TrueForAll(_off.Contains),
            };
    }

    private List<DictionaryToken> Groups(ArrayToken? array) =>
        array is null || _scanner is not { } scanner
            ? []
            :
            [
                .. array
                    .Data.Take(MaxGroups)
                    .Select(token => PdfTokens.Resolve(token, scanner))
                    .OfType<DictionaryToken>(),
            ];
}
