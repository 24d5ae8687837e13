namespace CiivSoft.Matching.Redaction;

/// <summary>A line of a text, without its break; offsets are those of the whole text.</summary>
internal readonly record struct TextLine(string Source, int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> Span => Source.AsSpan(Start, Length);

    public bool IsBlank => Span.IsWhiteSpace();

    /// <summary>
    /// Its words and one blank after each but the last. What was blanked out has no length here, so that it does not matter how
    /// long it was.
    /// </summary>
    public int WrittenLength
    {
        get
        {
            var (length, isWord) = (0, false);
            foreach (var c in Span)
            {
                var isBlank = char.IsWhiteSpace(c);
                length += isBlank ? 0 : 1;
                length += !isBlank && !isWord && length > 1 ? 1 : 0;
                isWord = !isBlank;
            }

            return length;
        }
    }

    /// <summary>Stretches between blanks.</summary>
    public int WordCount
    {
        get
        {
            var (count, isWord) = (0, false);
            foreach (var c in Span)
            {
                count += !char.IsWhiteSpace(c) && !isWord ? 1 : 0;
                isWord = !char.IsWhiteSpace(c);
            }

            return count;
        }
    }

    public string Trimmed => Span.Trim().ToString();

    public override string ToString() => Span.ToString();
}
