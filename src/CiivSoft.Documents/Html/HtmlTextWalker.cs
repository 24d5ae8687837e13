using System.Text;
using AngleSharp.Dom;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Html;

/// <summary>Walks the tree without recursion: a page may be nested deeper than any stack.</summary>
internal sealed class HtmlTextWalker(HtmlStyles styles, Findings findings)
{
    private readonly StringBuilder _text = new();
    private readonly Stack<int> _cells = new();

    public string Walk(INode root)
    {
        var open = new Stack<(INode Node, HtmlLook Look, bool IsEnd)>();
        open.Push((root, root.ParentElement is { } html ? LookOf(html, new HtmlLook()) : new HtmlLook(), false));
        while (open.TryPop(out var step))
        {
            if (step.IsEnd)
            {
                EndElement((IElement)step.Node);
            }
            else if (step.Node is IText words)
            {
                AppendWords(words.Data, step.Look, IsPreformatted(words));
            }
            else if (step.Node is not IElement element || BeginElement(element))
            {
                var look = step.Node is IElement styled ? LookOf(styled, step.Look) : step.Look;
                if (step.Node is IElement)
                {
                    _text.Append(step.Look.IsRow ? "\t" : "");
                    open.Push((step.Node, look, true));
                }

                for (var child = step.Node.LastChild; child is not null; child = child.PreviousSibling)
                {
                    open.Push((child, look, false));
                }
            }
        }

        return _text.ToString();
    }

    private HtmlLook LookOf(IElement element, HtmlLook look)
    {
        var here = look.With(styles.DeclarationsOf(element));
        return element.HasAttribute("hidden") ? here with { HiddenBy = here.HiddenBy ?? Techniques.Vanish } : here;
    }

    /// <summary>Starts an element's line or cell; false for what holds no text.</summary>
    private bool BeginElement(IElement element)
    {
        switch (element.LocalName)
        {
            case "script"
            or "style"
            or "template"
            or "noscript"
            or "head"
            or "title"
            or "iframe"
            or "object"
            or "svg"
            or "datalist":
                return false;
            case "td" or "th":
                _cells.Push(_text.Length);
                return true;
            case "br":
                _text.Append('\n');
                return true;
            case var name when IsBlock(name):
                EndLine();
                return true;
            default:
                return true;
        }
    }

    private void EndElement(IElement element)
    {
        if (element.LocalName is "td" or "th")
        {
            // Cells of one line stand side by side; what follows a longer one starts a line of its own.
            var start = _cells.TryPop(out var cell) ? cell : _text.Length;
            _text.Append(
                _text.ToString(start, _text.Length - start).Trim().Contains('\n', StringComparison.Ordinal)
                    ? '\n'
                    : '\t'
            );
        }
        else if (IsBlock(element.LocalName))
        {
            EndLine();
        }
    }

    private static bool IsBlock(string name) =>
        name
            is "p"
                or "div"
                or "li"
                or "ul"
                or "ol"
                or "dl"
                or "dt"
                or "dd"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "tr"
                or "table"
                or "section"
                or "article"
                or "header"
                or "footer"
                or "main"
                or "aside"
                or "nav"
                or "address"
                or "blockquote"
                or "pre"
                or "hr"
                or "form"
                or "figure"
                or "figcaption"
                or "body";

    private void EndLine()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }
    }

    private void AppendWords(string words, HtmlLook look, bool isPreformatted)
    {
        if (look.TextHiddenBy() is { } technique)
        {
            findings.AddHidden(technique, words);
            return;
        }

        foreach (var character in words)
        {
            _text.Append(character is '\n' or '\r' or '\t' && !isPreformatted ? ' ' : character);
        }
    }

    private static bool IsPreformatted(IText words) => words.ParentElement?.LocalName is "pre" or "textarea";
}
