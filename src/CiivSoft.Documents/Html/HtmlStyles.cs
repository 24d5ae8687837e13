using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CiivSoft.Documents.Html;

/// <summary>The declarations that style sheets and attributes give to elements; enough of CSS to see what is hidden.</summary>
internal sealed class HtmlStyles
{
    private const int MostRules = 2_000;

    private static readonly (string Attribute, string Property)[] Attributes =
    [
        ("color", "color"),
        ("bgcolor", "background-color"),
    ];

    private readonly Dictionary<IElement, Dictionary<string, string>> _declared = [];

    public static HtmlStyles Of(IHtmlDocument document)
    {
        var parser = new CssSelectorParser();
        var rules = document
            .QuerySelectorAll("style")
            .Where(sheet => HtmlMedia.Holds(sheet.GetAttribute("media")))
            .SelectMany(sheet => HtmlSheet.RulesOf(sheet.TextContent))
            .SelectMany(rule =>
                HtmlTokens
                    .Of(rule.Selectors, character => character is ',')
                    .Select(selector => (Selector: selector, rule.Body))
            )
            .Take(MostRules)
            .Select(rule => (Selector: parser.ParseSelector(rule.Selector), rule.Body))
            .OrderBy(rule => rule.Selector?.Specificity ?? default);
        var styles = new HtmlStyles();
        foreach (var (selector, body) in rules)
        {
            styles.Apply(document, selector, body);
        }

        return styles;
    }

    /// <summary>All declarations for an element; its own style attribute wins.</summary>
    public Dictionary<string, string> DeclarationsOf(IElement element)
    {
        var declarations = _declared.TryGetValue(element, out var found)
            ? new Dictionary<string, string>(found, StringComparer.OrdinalIgnoreCase)
            : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (attribute, property) in Attributes)
        {
            if (element.GetAttribute(attribute) is { } value)
            {
                declarations[property] = value;
            }
        }

        if (element.HasAttribute("background"))
        {
            declarations["background-image"] = "url()";
        }

        Parse(element.GetAttribute("style") ?? "", declarations);
        return declarations;
    }

    private void Apply(IHtmlDocument document, ISelector? selector, string body)
    {
        // A selector that AngleSharp does not know applies to nothing here.
        foreach (var element in selector is null ? [] : document.All.Where(element => selector.Match(element)))
        {
            if (!_declared.TryGetValue(element, out var declarations))
            {
                declarations = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                _declared[element] = declarations;
            }

            Parse(body, declarations);
        }
    }

    private static void Parse(string body, Dictionary<string, string> declarations)
    {
        foreach (var declaration in body.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                var value = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase);
                Set(declarations, declaration[..colon].Trim(), value.Trim());
            }
        }
    }

    private static void Set(Dictionary<string, string> declarations, string property, string value)
    {
        // The short form says all that the long ones before it said.
        if (string.Equals(property, "background", StringComparison.OrdinalIgnoreCase))
        {
            declarations.Remove("background-color");
            declarations.Remove("background-image");
        }

        declarations[property] = value;
    }
}
