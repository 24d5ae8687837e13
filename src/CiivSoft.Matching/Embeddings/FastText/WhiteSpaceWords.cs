using System.Buffers;

namespace CiivSoft.Matching.Embeddings.FastText;

/// <summary>The stretches of a text between white space, which for fastText is ASCII's and the zero byte.</summary>
internal ref struct WhiteSpaceWords(ReadOnlySpan<byte> text)
{
    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\n\v\f\r\0"u8);
    private readonly ReadOnlySpan<byte> _text = text;
    private int _end;

    public Range Current { get; private set; }

    public readonly WhiteSpaceWords GetEnumerator() => this;

    public bool MoveNext()
    {
        var toWord = _text[_end..].IndexOfAnyExcept(WhiteSpace);
        if (toWord < 0)
        {
            return false;
        }
        var start = _end + toWord;
        var length = _text[start..].IndexOfAny(WhiteSpace);
        _end = length < 0 ? _text.Length : start + length;
        Current = start.._end;
        return true;
    }
}
