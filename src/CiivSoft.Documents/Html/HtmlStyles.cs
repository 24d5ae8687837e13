using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CiivSoft.Documents.Html;

/// <summary>The declarations that style sheets and attributes give to elements; enough of CSS to see what is hidden.</summary>
internal sealed partial class HtmlStyles
{
    private const int MostRules = 2_000;
    private readonly Dictionary<IElement, Dictionary<string, string>> _declared = [];

    public static HtmlStyles Of(IHtmlDocument document)
    {
        var styles = new HtmlStyles();
        var sheets = document.QuerySelectorAll("style").Select(sheet => sheet.TextContent);
        foreach (var rule in sheets.SelectMany(sheet => Rule().Matches(sheet)).Take(MostRules))
        {
            styles.Apply(document, rule.Groups["selector"].Value, rule.Groups["body"].Value);
        }

        return styles;
    }

    /// <summary>All declarations for an element; its own style attribute wins.</summary>
    public Dictionary<string, string> DeclarationsOf(IElement element)
    {
        var declarations = _declared.TryGetValue(element, out var found)
            ? new Dictionary<string, string>(found, StringComparer.OrdinalIgnoreCase)
            : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in (string[])["color", "bgcolor"])
        {
            if (element.GetAttribute(attribute) is { } colour)
            {
                declarations[attribute is "color" ? "color" : "background-color"] = colour;
            }
        }

        Parse(element.GetAttribute("style") ?? "", declarations);
        return declarations;
    }

    private void Apply(IHtmlDocument document, string selector, string body)
    {
        // At-rules, states and generated content say nothing about the text as it is first seen.
        if (selector.Contains(':', StringComparison.Ordinal) || selector.Contains('@', StringComparison.Ordinal))
        {
            return;
        }

        try
        {
            foreach (var element in document.QuerySelectorAll(selector.Trim()))
            {
                if (!_declared.TryGetValue(element, out var declarations))
                {
                    declarations = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                    _declared[element] = declarations;
                }

                Parse(body, declarations);
            }
        }
        catch (DomException)
        {
            // A selector that AngleSharp does not know applies to nothing here.
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
                declarations[declaration[..colon].Trim()] = value.Trim();
            }
        }
    }

    [GeneratedRegex(@"(?<selector>[^{}]+)\{(?<body>[^{}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();
}
