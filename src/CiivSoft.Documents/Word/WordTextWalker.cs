using System.Globalization;
using System.Xml.Linq;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.Word;

/// <summary>Walks a part's paragraphs, tables and text boxes in reading order.</summary>
internal sealed class WordTextWalker(WordStyles styles, WordLinks links, Findings findings, bool hasBackdrop)
{
    /// <summary>Designed headings stand in white on a picture or shape that floats behind the first paragraphs.</summary>
    private const int ParagraphsOnBackdrop = 15;

    /// <summary>20ths of a point; rows and lines this low show nothing.</summary>
    private const double LeastExactHeight = 40;

    private const double FarIndent = 20_000;

    private int _paragraphs;

    public string Walk(XElement root, WordContext context)
    {
        var text = new BlockText();
        WalkChildren(root, context, text);
        return text.ToString();
    }

    private void WalkChildren(XElement parent, WordContext context, BlockText text)
    {
        foreach (var child in parent.Elements())
        {
            WalkElement(child, context, text);
        }
    }

    private void WalkElement(XElement element, WordContext context, BlockText text)
    {
        switch (element.Name.LocalName)
        {
            case "p" when !IsDrawingText(element):
                WalkParagraph(element, context, text);
                break;
            case "tbl" when !IsDrawingText(element):
                text.Append(WalkTable(element, context));
                text.EndLine();
                break;
            case "r" when !IsDrawingText(element):
                WalkRun(element, context, text);
                break;
            case "txbxContent":
                text.AppendFloating(Walk(element, context with { Format = RunFormat.Default }));
                break;
            case "AlternateContent":
                WalkAlternatives(element, context, text);
                break;
            case "anchor" or "inline" or "shape" or "rect" or "roundrect" or "group" or "wsp" or "sp":
                WalkShape(element, context, text);
                break;
            case "relIds" or "altChunk":
                text.AppendFloating(links.TextOf(element));
                break;
            case "t" when element.Name.NamespaceName.EndsWith("/math", StringComparison.Ordinal):
                text.Append(element.Value);
                break;
            case "del" or "moveFrom" or "pPr" or "rPr" or "sectPr" or "tblPr" or "trPr" or "tcPr" or "sdtPr" or "rt":
                break;
            default:
                WalkChildren(element, context, text);
                break;
        }
    }

    private static bool IsDrawingText(XElement element) =>
        element.Name.NamespaceName.Contains("drawingml", StringComparison.Ordinal)
        || element.Name.NamespaceName.EndsWith("/math", StringComparison.Ordinal);

    private void WalkParagraph(XElement paragraph, WordContext context, BlockText text)
    {
        var properties = paragraph.Child("pPr");
        var style = properties.Child("pStyle").Value("val");
        var shade = properties.Child("shd") is { } own ? WordShade.Of(own) : styles.ShadeOf(style);
        var ground = shade.Over(context.Ground);
        if (hasBackdrop && ++_paragraphs <= ParagraphsOnBackdrop)
        {
            ground = null;
        }

        var here = context with
        {
            Format = styles.OfParagraph(style),
            Ground = ground,
            HiddenBy = context.HiddenBy ?? FrameHiddenBy(properties.Child("framePr")),
            LineHiddenBy = context.LineHiddenBy ?? LineHiddenBy(properties),
        };
        WalkChildren(paragraph, here, text);
        text.EndLine();
    }

    private static string? LineHiddenBy(XElement? properties)
    {
        var spacing = properties.Child("spacing");
        if (spacing.Value("lineRule") is "exact" && spacing.Number("line") < LeastExactHeight)
        {
            return Techniques.Clipped;
        }

        var indent = properties.Child("ind");
        return (indent.Number("left") ?? indent.Number("start")) > FarIndent ? Techniques.OffPage : null;
    }

    private static string? FrameHiddenBy(XElement? frame) =>
        frame.Number("x") is > FarIndent or < -FarIndent || frame.Number("y") is > FarIndent or < -FarIndent
            ? Techniques.OffPage
            : null;

    private void WalkRun(XElement run, WordContext context, BlockText text)
    {
        var properties = run.Child("rPr");
        var format = styles
            .WithCharacterStyle(context.Format, properties.Child("rStyle").Value("val"))
            .With(properties);
        var hiddenBy = context.HiddenBy ?? context.LineHiddenBy ?? format.HiddenOn(context.Ground);
        foreach (var child in run.Elements())
        {
            if (TextOf(child) is not { } piece)
            {
                WalkElement(child, context, text);
            }
            else if (hiddenBy is null)
            {
                text.Append(piece);
            }
            else
            {
                findings.AddHidden(hiddenBy, piece);
            }
        }
    }

    /// <summary>What a run's child stands for, or null when it is no text.</summary>
    private static string? TextOf(XElement child) =>
        child.Name.LocalName switch
        {
            "t" => child.Value,
            "tab" or "ptab" => "\t",
            "br" or "cr" => "\n",
            "noBreakHyphen" => "-",
            "softHyphen" => "\u00AD",
            "sym" => Symbol(child),
            "instrText" or "delText" or "delInstrText" => "",
            _ => null,
        };

    private static string Symbol(XElement symbol) =>
        int.TryParse(symbol.Value("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && code is > 0x20 and < 0xD800
            ? ((char)code).ToString()
            : " ";

    /// <summary>Text boxes come twice, for new and old programs; one of them is enough.</summary>
    private void WalkAlternatives(XElement alternatives, WordContext context, BlockText text)
    {
        var choice = alternatives.Child("Choice");
        if (choice is not null && HasText(choice))
        {
            WalkChildren(choice, context, text);
        }
        else if (alternatives.Child("Fallback") is { } fallback)
        {
            WalkChildren(fallback, context, text);
        }
    }

    private static bool HasText(XElement element) =>
        element.Descendants().Any(descendant => descendant.Is("t") || descendant.Is("relIds"));

    private void WalkShape(XElement shape, WordContext context, BlockText text)
    {
        var ground = ShapeGround(shape);
        var here = context with
        {
            HiddenBy = context.HiddenBy ?? DrawingPlace.HiddenBy(shape),
            LineHiddenBy = DrawingPlace.Floats(shape) ? null : context.LineHiddenBy,
            Ground = ground.IsKnown ? ground.Ink : context.Ground,
        };
        WalkChildren(shape, here, text);
    }

    /// <summary>A shape's fill; a shape without one lets through what nobody knows.</summary>
    private static (bool IsKnown, Ink? Ink) ShapeGround(XElement shape) =>
        shape.Name.LocalName switch
        {
            "wsp" or "sp" => (true, Ink.Parse(shape.Child("spPr").Child("solidFill").Child("srgbClr").Value("val"))),
            "shape" or "rect" or "roundrect" => (true, Ink.Parse(shape.Value("fillcolor"))),
            _ => (false, null),
        };

    private string WalkTable(XElement table, WordContext context)
    {
        var properties = table.Child("tblPr");
        var ground = WordShade.Of(properties.Child("shd")).Over(context.Ground);
        var look = styles.LookOf(properties);
        var rows = Unwrap(table, "tr").ToList();
        return string.Join(
            '\n',
            rows.Select(
                (row, at) => WalkRow(row, InRow(row, context), cell => look.GroundAt((at, rows.Count), cell, ground))
            )
        );
    }

    private static WordContext InRow(XElement row, WordContext context)
    {
        var properties = row.Child("trPr");
        var height = properties.Child("trHeight");
        var isFlat = height.Value("hRule") is "exact" && height.Number("val") < LeastExactHeight;
        return context with
        {
            HiddenBy = context.HiddenBy ?? (properties.Toggle("hidden") == true ? Techniques.Vanish : null),
            LineHiddenBy = context.LineHiddenBy ?? (isFlat ? Techniques.Clipped : null),
        };
    }

    /// <summary>Cells of one line each stand side by side; longer ones one after the other.</summary>
    private string WalkRow(XElement row, WordContext context, Func<(int At, int Of), Ink?> groundOf)
    {
        var cells = Unwrap(row, "tc").ToList();
        var exception = WordShade.Of(row.Child("tblPrEx").Child("shd"));
        var texts = new List<string>();
        for (var at = 0; at < cells.Count; at++)
        {
            var shade = WordShade.Of(cells[at].Child("tcPr").Child("shd")) ?? exception;
            var text = Walk(cells[at], context with { Ground = shade.Over(groundOf((at, cells.Count))) });
            if (!string.IsNullOrWhiteSpace(text))
            {
                texts.Add(text.Trim('\n'));
            }
        }

        var isOneLine = !texts.Exists(text => text.Contains('\n', StringComparison.Ordinal));
        return string.Join(isOneLine ? '\t' : '\n', texts);
    }

    /// <summary>Children of a name, also within content controls and markup of revisions.</summary>
    private static IEnumerable<XElement> Unwrap(XElement parent, string name) =>
        parent
            .Elements()
            .SelectMany(child =>
                child.Is(name) ? [child]
                : child.Name.LocalName is "sdt" or "sdtContent" or "ins" or "customXml" or "smartTag"
                    ? Unwrap(child, name)
                : []
            );
}
