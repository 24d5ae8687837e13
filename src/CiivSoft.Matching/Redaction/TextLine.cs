namespace CiivSoft.Matching.Redaction;

/// <summary>A line of a text, without its break; offsets are those of the whole text.</summary>
internal readonly record struct TextLine(string Source, int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> Span => Source.AsSpan(Start, Length);

    public bool IsBlank => Span.IsWhiteSpace();

    public string Trimmed => Span.Trim().ToString();

    public override string ToString() => Span.ToString();
}
