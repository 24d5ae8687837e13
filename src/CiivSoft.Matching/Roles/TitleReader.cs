using System.Collections.Frozen;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Roles;

/// <summary>Finds the job title in a line that may also hold dates, employer and place.</summary>
internal sealed class TitleReader(IReadOnlySet<string> headNouns)
{
    private const int MaxLineLength = 160;

    // "Senior Engineer, Infosys Technologies Pvt. Ltd." is no sentence.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = FrozenSet
        .ToFrozenSet(
            [
                "inc",
                "ltd",
                "co",
                "corp",
                "llc",
                "pvt",
                "plc",
                "bros",
                "sr",
                "jr",
                "mgr",
                "asst",
                "dept",
                "st",
                "s",
                "c",
                "a",
            ],
            StringComparer.OrdinalIgnoreCase
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Null when there is none.</summary>
    public TextSpan? Read(string text, TextLine line)
    {
        var words = line.Span;
        if (line.WrittenLength > MaxLineLength || EndsSentence(words) || words[0] is '•' or '*' or '▪' or '●')
        {
            return null;
        }

        var start = line.Start;
        foreach (var date in DateSpotter.Dates(words))
        {
            if (ReadBetween(text, start, line.Start + date.Start) is { } title)
            {
                return title;
            }

            start = line.Start + date.Start + date.Length;
        }

        return ReadBetween(text, start, line.Start + line.Length);
    }

    private static bool EndsSentence(ReadOnlySpan<char> line)
    {
        var rest = line.TrimEnd();
        if (rest is not [.. var before, '.'])
        {
            return rest is [.., ';'];
        }

        // Of "U.S." the last letter is asked.
        var last = before[(before.LastIndexOfAny([' ', '.', ',']) + 1)..];
        return !Abbreviations.Contains(last);
    }

    /// <summary>The whole line as a title without a capital; null when it is none.</summary>
    public TextSpan? ReadWithoutCapital(TextLine line) =>
        PhraseLength(line.Span) == line.Length && Judged(line.Span)?.PlaceWithoutCapital is { } title
            ? title with
            {
                Start = line.Start + title.Start,
            }
            : null;

    private TextSpan? ReadBetween(string text, int start, int end)
    {
        while (start < end)
        {
            var length = PhraseLength(text.AsSpan(start, end - start));
            if (ReadPhrase(text.AsSpan(start, length)) is { } title)
            {
                return title with { Start = start + title.Start };
            }

            start += length + 1;
        }

        return null;
    }

    private static int PhraseLength(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            var isDash = rest[i] is '-' && i > 0 && rest[i - 1] == ' ';
            if (
                isDash
                || rest[i] is ',' or '|' or '–' or '—' or '\t' or ':' or '(' or ')' or '[' or ']' or '·' or '@' or ';'
            )
            {
                return i;
            }
        }

        return rest.Length;
    }

    private TextSpan? ReadPhrase(ReadOnlySpan<char> phrase) => Judged(phrase)?.Place;

    private TitlePhrase? Judged(ReadOnlySpan<char> phrase)
    {
        var title = new TitlePhrase(headNouns);
        foreach (var range in phrase.Split(' '))
        {
            var word = phrase[range].Trim("'’\".!?*_#");
            if (
                word.Length > 0
                && !title.Add(word, phrase.Length - phrase[range.Start..].TrimStart("'’\".!?*_#").Length)
            )
            {
                return null;
            }
        }

        return title;
    }
}
