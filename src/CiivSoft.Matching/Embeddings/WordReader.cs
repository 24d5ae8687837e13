using System.Globalization;

namespace CiivSoft.Matching.Embeddings;

/// <summary>
/// Walks the words of a text for the domain embedding: lower case, letters and digits, with + and # after the first of
/// them (c++, c#). Combining and invisible characters inside a word are passed over. Nothing is allocated.
/// </summary>
internal ref struct WordReader
{
    /// <summary>Longer words are skipped: no vocabulary has them, and a line of rubbish should cost nothing.</summary>
    public const int LongestWord = 64;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _buffer;
    private int _position;
    private int _length;

    /// <param name="text">The text to walk.</param>
    /// <param name="buffer">Holds the current word: <see cref="LongestWord"/> characters.</param>
    public WordReader(ReadOnlySpan<char> text, Span<char> buffer)
    {
        _text = text;
        _buffer = buffer[..LongestWord];
    }

    /// <summary>The current word, valid until the next move.</summary>
    public readonly ReadOnlySpan<char> Current => _buffer[.._length];

    public bool MoveNext()
    {
        while (_position < _text.Length)
        {
            _length = 0;
            while (_position < _text.Length && Append(_text[_position]))
            {
                _position++;
            }
            _position++;
            if (_length is > 0 and <= LongestWord)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>False at a character that ends the word.</summary>
    private bool Append(char character)
    {
        char lower;
        if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
        {
            lower = character;
        }
        else if (char.IsAscii(character))
        {
            if (char.IsAsciiLetterUpper(character))
            {
                lower = (char)(character | 0x20);
            }
            else if (character is '+' or '#' && _length > 0)
            {
                lower = character;
            }
            else
            {
                return false;
            }
        }
        else if (char.IsLetterOrDigit(character))
        {
            lower = char.ToLowerInvariant(character);
        }
        else
        {
            return _length > 0
                && char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
        }
        if (_length < LongestWord)
        {
            _buffer[_length] = lower;
        }
        _length = Math.Min(_length + 1, LongestWord + 1);
        return true;
    }
}
