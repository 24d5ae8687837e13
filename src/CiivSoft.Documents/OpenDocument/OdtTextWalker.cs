using System.Xml;
using System.Xml.Linq;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Word;
using CiivSoft.Documents.Xml;

namespace CiivSoft.Documents.OpenDocument;

/// <summary>Walks paragraphs, lists, tables, sections and frames.</summary>
internal sealed class OdtTextWalker(OdtStyles styles, Findings findings)
{
    private const double FarAwayPoints = 1_600;
    private const int MostSpaces = 100;

    public string Walk(XElement root, OdtStyle style, string? hiddenBy)
    {
        var text = new BlockText();
        WalkChildren(root, style, hiddenBy, text);
        return text.ToString();
    }

    private void WalkChildren(XElement parent, OdtStyle style, string? hiddenBy, BlockText text)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XElement element)
            {
                WalkElement(element, style, hiddenBy, text);
            }
            else if (node is XText words && parent.Name.LocalName is "p" or "h" or "span" or "a")
            {
                Append(words.Value.ReplaceLineEndings(" "), style, hiddenBy, text);
            }
        }
    }

    private void WalkElement(XElement element, OdtStyle style, string? hiddenBy, BlockText text)
    {
        var own = style.With(styles.Of(element.Value("style-name")));
        switch (element.Name.LocalName)
        {
            case "p" or "h":
                WalkChildren(element, own, hiddenBy, text);
                text.EndLine();
                break;
            case "tab":
                text.Append("\t");
                break;
            case "line-break":
                text.Append("\n");
                break;
            case "s":
                text.Append(new string(' ', (int)Math.Clamp(element.Number("c") ?? 1, 1, MostSpaces)));
                break;
            case "table-row":
                WalkRow(element, own, hiddenBy, text);
                break;
            case "frame" or "custom-shape" or "rect":
                text.AppendFloating(Walk(element, OdtStyle.Default.With(Box(own)), hiddenBy ?? PlacedOff(element)));
                break;
            case "hidden-text" or "hidden-paragraph":
                findings.AddHidden(Techniques.Vanish, element.Value("string-value") ?? element.Value);
                break;
            case "section":
                WalkChildren(element, own, element.Value("display") is "none" ? Techniques.Vanish : hiddenBy, text);
                break;
            case "tracked-changes"
            or "annotation"
            or "title"
            or "desc"
            or "sequence-decls"
            or "forms"
            or "script"
            or "ruby-text":
                break;
            default:
                WalkChildren(element, own, hiddenBy, text);
                break;
        }
    }

    /// <summary>A frame's own style gives its text nothing but the ground.</summary>
    private static OdtStyle Box(OdtStyle style) => new() { Ground = style.Ground };

    private void WalkRow(XElement row, OdtStyle style, string? hiddenBy, BlockText text)
    {
        var hidden = row.Value("visibility") is "collapse" ? Techniques.Vanish : hiddenBy;
        var cells = row.Children("table-cell")
            .Select(cell => Walk(cell, style.With(styles.Of(cell.Value("style-name"))), hidden).Trim('\n'))
            .Where(cell => !string.IsNullOrWhiteSpace(cell))
            .ToList();
        var isOneLine = !cells.Exists(cell => cell.Contains('\n', StringComparison.Ordinal));
        text.Append(string.Join(isOneLine ? '\t' : '\n', cells));
        text.EndLine();
    }

    private void Append(string words, OdtStyle style, string? hiddenBy, BlockText text)
    {
        if ((hiddenBy ?? style.HiddenBy()) is { } technique)
        {
            findings.AddHidden(technique, words);
        }
        else
        {
            text.Append(words);
        }
    }

    private static string? PlacedOff(XElement frame) =>
        IsFar(frame.Value("x")) || IsFar(frame.Value("y")) ? Techniques.OffPage : null;

    private static bool IsFar(string? length)
    {
        if (length is null || length.Length < 3)
        {
            return false;
        }

        var pointsPerUnit = length[^2..] switch
        {
            "cm" => 28.35,
            "mm" => 2.835,
            "in" => 72,
            "pt" => 1,
            _ => 0,
        };
        try
        {
            var points = XmlConvert.ToDouble(length[..^2]) * pointsPerUnit;
            return points is > FarAwayPoints or < -FarAwayPoints;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
