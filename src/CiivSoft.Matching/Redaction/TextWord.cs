namespace CiivSoft.Matching.Redaction;

/// <summary>A run of letters, marks and digits.</summary>
internal readonly record struct TextWord(int Start, int Length, string Folded, bool StartsLower)
{
    public int End => Start + Length;

    public static List<TextWord> Of(string text, int start, int length)
    {
        var words = new List<TextWord>();
        var end = start + length;
        var i = start;
        while (i < end)
        {
            if (!IsWordChar(text[i]))
            {
                i++;
                continue;
            }

            var first = i;
            while (i < end && IsWordChar(text[i]))
            {
                i++;
            }

            words.Add(
                new TextWord(first, i - first, Folding.Fold(text.AsSpan(first, i - first)), char.IsLower(text[first]))
            );
        }

        return words;
    }

    // Surrogates belong to words: letters outside the basic plane have no other sign here.
    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || Folding.IsMark(c);
}
