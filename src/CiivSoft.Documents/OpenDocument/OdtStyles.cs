using System.Xml.Linq;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.OpenDocument;

/// <summary>The named and automatic styles of a document, with what they inherit.</summary>
internal sealed class OdtStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, XElement> _styles = [];
    private readonly Dictionary<string, OdtStyle> _resolved = [];

    public OdtStyles(params XElement?[] roots)
    {
        foreach (var style in roots.SelectMany(root => root?.Descendants() ?? []).Where(element => element.Is("style")))
        {
            if (style.Value("name") is { } name)
            {
                _styles[name] = style;
            }
        }
    }

    public OdtStyle Of(string? name)
    {
        if (name is null)
        {
            return OdtStyle.Default;
        }

        if (!_resolved.TryGetValue(name, out var resolved))
        {
            resolved = Resolve(name, 0);
            _resolved[name] = resolved;
        }

        return resolved;
    }

    private OdtStyle Resolve(string name, int depth)
    {
        if (depth == LongestChain || !_styles.TryGetValue(name, out var style))
        {
            return OdtStyle.Default;
        }

        var parent = style.Value("parent-style-name") is { } parentName
            ? Resolve(parentName, depth + 1)
            : OdtStyle.Default;
        return parent.With(OdtStyle.Of(style));
    }
}
