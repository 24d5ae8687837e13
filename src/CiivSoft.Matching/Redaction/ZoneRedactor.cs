namespace CiivSoft.Matching.Redaction;

/// <summary>
/// Cleans a line of the personal zone. There it is shorter to say what stays: prose, and what speaks of work.
/// Everything else is a name, an address, a town, a photo or a personal fact in some language.
/// </summary>
internal static class ZoneRedactor
{
    private const int ProseWords = 10;
    private static readonly char[] Separators =
    [
        '|',
        '•',
        '●',
        '·',
        ';',
        '\t',
        '◆',
        '♦',
        '∙',
        '‧',
        '▪',
        '■',
        '–',
        '—',
        '/',
        '~',
    ];

    public static void Redact(RedactionMask mask, TextLine line)
    {
        var rest = mask.Masked().AsSpan(line.Start, line.Length).ToString();
        foreach (var (start, length) in Segments(rest))
        {
            RedactSegment(mask, line.Start, rest, start, length);
        }
    }

    private static void RedactSegment(RedactionMask mask, int offset, string rest, int start, int length)
    {
        var segment = rest.AsSpan(start, length);
        var isAddress = AddressPatterns.IsAddress(segment);
        var words = TextWord.Of(rest, start, length);
        if (words.Count == 0 || (!isAddress && words.Count >= ProseWords && words.Count(IsWork) * 4 >= words.Count))
        {
            return;
        }

        foreach (var (partStart, partLength) in Split(rest, start, length, c => c is ',' or '，' or '、' or '(' or ')'))
        {
            var part = TextWord.Of(rest, partStart, partLength);
            if (part.Count > 0 && KindOf(part, isAddress, rest) is { } kind)
            {
                mask.Mark(kind, offset + partStart, partLength);
            }
        }
    }

    // Null for what stays.
    private static RedactionKind? KindOf(List<TextWord> part, bool inAddress, string line)
    {
        if (BareFacts.KindOf(part) is { } fact)
        {
            return fact == RedactionKind.Origin && BareFacts.IsOfLanguages(line) ? null : fact;
        }

        return Stays(part, inAddress) ? null
            : inAddress || part.Exists(word => word.Folded.Any(char.IsDigit)) ? RedactionKind.Address
            : RedactionKind.Name;
    }

    private static bool Stays(List<TextWord> part, bool inAddress)
    {
        var hasDigit = part.Exists(word => word.Folded.Any(char.IsDigit));
        var isTitle = part.Exists(word => WorkWords.IsTitleHead(word.Folded));
        if (inAddress)
        {
            return isTitle && !hasDigit;
        }

        var work = part.Count(IsWork);
        return isTitle || (hasDigit ? work >= 2 : work >= 1) || IsPostnominal(part);
    }

    // Letters after the name: RN, CPA, PMP.
    private static bool IsPostnominal(List<TextWord> part) =>
        part.Count <= 2 && part.TrueForAll(word => PersonName.IsTitle(word.Folded) && word.Length <= 4);

    private static bool IsWork(TextWord word) => WorkWords.Contains(word.Folded) && !IsFunctionWord(word.Folded);

    private static bool IsFunctionWord(string folded) =>
        folded
            is "the"
                or "and"
                or "for"
                or "with"
                or "from"
                or "into"
                or "that"
                or "this"
                or "are"
                or "have"
                or "such";

    private static IEnumerable<(int Start, int Length)> Segments(string line)
    {
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            var isBreak =
                i == line.Length
                || Separators.Contains(line[i])
                || (i + 2 < line.Length && line[i] == ' ' && line[i + 1] == ' ' && line[i + 2] == ' ')
                || (i > 0 && i + 1 < line.Length && line[i] == '-' && line[i - 1] == ' ' && line[i + 1] == ' ');
            if (!isBreak)
            {
                continue;
            }

            if (i > start)
            {
                yield return (start, i - start);
            }

            start = i + 1;
        }
    }

    private static IEnumerable<(int Start, int Length)> Split(
        string text,
        int start,
        int length,
        Func<char, bool> isBreak
    )
    {
        var first = start;
        for (var i = start; i <= start + length; i++)
        {
            if (i < start + length && !isBreak(text[i]))
            {
                continue;
            }

            if (i > first)
            {
                yield return (first, i - first);
            }

            first = i + 1;
        }
    }
}
