namespace CiivSoft.Matching.Text;

/// <summary>
/// Walks the words of a text: runs of letters and digits with inner or closing + and #, holding at least one letter,
/// in lower case, without stop words.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    /// <summary>Longer runs are encoded data or run-together text, not words.</summary>
    public const int MaxLength = 40;

    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    public string Current { get; private set; } = "";

    public bool MoveNext()
    {
        Span<char> word = stackalloc char[MaxLength];
        while (_next < _text.Length)
        {
            var length = ReadRun(word, out var hasLetter);
            if (hasLetter && length <= MaxLength && !StopWords.Contains(word[..length]))
            {
                Current = word[..length].ToString();
                return true;
            }
        }

        return false;
    }

    private int ReadRun(scoped Span<char> word, out bool hasLetter)
    {
        while (_next < _text.Length && !char.IsLetterOrDigit(_text[_next]))
        {
            _next++;
        }

        hasLetter = false;
        var length = 0;
        for (; _next < _text.Length && IsInner(_text[_next]); _next++)
        {
            if (length < MaxLength)
            {
                word[length] = char.ToLowerInvariant(_text[_next]);
            }

            hasLetter |= char.IsLetter(_text[_next]);
            length++;
        }

        return length;
    }

    private static bool IsInner(char letter) => char.IsLetterOrDigit(letter) || letter is '+' or '#';
}
