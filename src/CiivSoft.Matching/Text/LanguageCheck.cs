using System.Collections.Frozen;

namespace CiivSoft.Matching.Text;

/// <summary>
/// Tells whether a text is plainly not English: mostly other scripts, or more function words of other European
/// languages than English ones. Key-word lists without function words pass.
/// </summary>
internal static class LanguageCheck
{
    private const int MinForeignWords = 4;

    // Function words that are no English words; Spanish, Portuguese, French, German, Dutch, Italian, Romanian, Polish,
    // Swedish, Danish, Turkish, Indonesian.
    private const string ForeignList = """
        el los las del una uno por para con como más pero sus este esta entre desde hasta sobre también donde
        da dos das em uma não mais ao aos pela pelo seu sua são foi
        le les du des une et est dans pour sur avec au aux qui que ce cette ses leur par nous vous être ou où
        der das und ist dem den ein eine einer eines mit für auf von zu im zum zur bei nach auch sich nicht wir als oder
        het een van voor aan bij naar ook zijn wordt niet deze
        il lo gli della delle dei nel nella di che sono per anche più alla
        și în pentru prin este sunt din cu
        oraz przez dla jest nie się na w z
        och att som för av på med är den det
        og til af på
        ve ile için bir bu olarak
        yang dengan untuk dari pada dalam
        """;

    private static readonly FrozenSet<string> Foreign = ForeignList
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ForeignLookup =
        Foreign.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsForeign(ReadOnlySpan<char> text)
    {
        var (english, foreign, latin, other) = (0, 0, 0, 0);
        Span<char> word = stackalloc char[WordReader.MaxLength];
        var length = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                latin += text[i] < '\u0250' ? 1 : 0;
                other += text[i] < '\u0250' ? 0 : 1;
                if (length < word.Length)
                {
                    word[length] = char.ToLowerInvariant(text[i]);
                }

                length++;
                continue;
            }

            var known = word[..Math.Min(length, word.Length)];
            foreign += ForeignLookup.Contains(known) ? 1 : 0;
            english += StopWords.Contains(known) ? 1 : 0;
            length = 0;
        }

        return other > latin || (foreign >= MinForeignWords && foreign > english);
    }
}
