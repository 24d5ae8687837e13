using System.Text;

namespace CiivSoft.Documents.Word;

/// <summary>Lines of text, with what floats beside the line in hand kept until the line is complete.</summary>
internal sealed class BlockText
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _floating = new();

    public void Append(string text) => _text.Append(text);

    public void AppendFloating(string text) => _floating.Append(text).Append('\n');

    public void EndLine()
    {
        _text.Append('\n').Append(_floating);
        _floating.Clear();
    }

    public override string ToString() => $"{_text}{_floating}".Trim('\n');
}
