namespace CiivSoft.Matching.Redaction;

/// <summary>Marks characters of one text; the first mark on a character stays.</summary>
internal sealed class RedactionMask(string text)
{
    private readonly RedactionKind[] _kinds = new RedactionKind[text.Length];

    public string Text => text;

    /// <summary>How many characters are marked, blanks apart.</summary>
    public int Marked { get; private set; }

    public void Mark(RedactionKind kind, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (_kinds[i] == RedactionKind.None && !TextLines.IsBreak(text[i]))
            {
                _kinds[i] = kind;
                Marked += char.IsWhiteSpace(text[i]) ? 0 : 1;
            }
        }
    }

    public bool IsMarked(int index) => _kinds[index] != RedactionKind.None;

    public RedactionKind FirstKind(int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (_kinds[i] != RedactionKind.None)
            {
                return _kinds[i];
            }
        }

        return RedactionKind.None;
    }

    /// <summary>True when a letter or digit of the stretch is not marked.</summary>
    public bool HasWord(int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (_kinds[i] == RedactionKind.None && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text as marked so far: what is marked reads as spaces.</summary>
    public string Masked() =>
        string.Create(
            text.Length,
            (text, _kinds),
            static (target, source) =>
            {
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] = source._kinds[i] == RedactionKind.None ? source.text[i] : ' ';
                }
            }
        );

    public RedactedText ToRedactedText()
    {
        var spans = new List<RedactedSpan>();
        var start = 0;
        for (var i = 1; i <= _kinds.Length; i++)
        {
            if (i < _kinds.Length && _kinds[i] == _kinds[start])
            {
                continue;
            }

            if (_kinds[start] != RedactionKind.None)
            {
                spans.Add(new RedactedSpan(_kinds[start], start, i - start));
            }

            start = i;
        }

        return new RedactedText(Masked(), spans);
    }
}
