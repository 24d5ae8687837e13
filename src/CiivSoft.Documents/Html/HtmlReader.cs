using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CiivSoft.Documents.Plain;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Html;

/// <summary>HTML to text: what a browser would show, without running or loading anything.</summary>
internal static class HtmlReader
{
    /// <summary>The parser's work grows with the square of open elements, so tags nested deeper are left out before it.</summary>
    private const int MostOpenTags = 2_000;

    public static ReadText Read(DocumentSource source)
    {
        var html = TextDecoder.Decode(source.Content.Span, source.Findings);
        var shallow = TagDepth.Limit(html, MostOpenTags);
        source.Findings.Add(
            DocumentWarningKind.Shortened,
            "tags nested too deeply",
            shallow.Length < html.Length ? 1 : 0
        );
        using var document = new HtmlParser().ParseDocument(shallow);
        source.Findings.Add(
            DocumentWarningKind.ActiveContent,
            "scripts",
            document.QuerySelectorAll("script:not([type='application/ld+json'])").Length
        );
        var walker = new HtmlTextWalker(HtmlStyles.Of(document), source.Findings);
        var root = (INode?)document.Body ?? document;
        return new ReadText { Text = walker.Walk(root) };
    }
}
