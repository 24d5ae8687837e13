using System.Xml.Linq;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.Word;

/// <summary>The formats that styles give to runs and the grounds that they give to paragraphs.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, XElement> _styles = [];
    private readonly Dictionary<string, RunFormat> _formats = [];
    private readonly XElement? _defaults;
    private readonly string? _defaultParagraph;

    public WordStyles(XElement? root)
    {
        _defaults = root.Child("docDefaults").Child("rPrDefault").Child("rPr");
        foreach (var style in root.Children("style"))
        {
            if (style.Value("styleId") is { } id)
            {
                _styles.TryAdd(id, style);
                var isDefault = style.Value("default") is "1" or "true" && style.Value("type") is "paragraph";
                _defaultParagraph = isDefault ? id : _defaultParagraph;
            }
        }
    }

    /// <summary>The format of a paragraph's runs before their own properties.</summary>
    public RunFormat OfParagraph(string? styleId)
    {
        var id = styleId ?? _defaultParagraph ?? "";
        if (!_formats.TryGetValue(id, out var format))
        {
            format = Apply(RunFormat.Default.With(_defaults), id);
            _formats[id] = format;
        }

        return format;
    }

    /// <summary>A paragraph's format with a character style on top.</summary>
    public RunFormat WithCharacterStyle(RunFormat format, string? styleId) =>
        styleId is null ? format : Apply(format, styleId);

    /// <summary>The shading of a paragraph that has none of its own.</summary>
    public WordShade? ShadeOf(string? styleId) =>
        Chain(styleId ?? _defaultParagraph ?? "")
            .Select(style => WordShade.Of(style.Child("pPr").Child("shd")))
            .LastOrDefault(shade => shade is not null);

    public WordTableLook LookOf(XElement? tableProperties) =>
        new(Chain(tableProperties.Child("tblStyle").Value("val") ?? ""), tableProperties.Child("tblLook"));

    private RunFormat Apply(RunFormat format, string styleId) =>
        Chain(styleId).Aggregate(format, (current, style) => current.With(style.Child("rPr")));

    /// <summary>A style and what it is based on, the base first.</summary>
    private List<XElement> Chain(string styleId)
    {
        var chain = new List<XElement>();
        var id = styleId;
        while (id is not null && chain.Count < LongestChain && _styles.TryGetValue(id, out var style))
        {
            chain.Insert(0, style);
            id = style.Child("basedOn").Value("val");
        }

        return chain;
    }
}
