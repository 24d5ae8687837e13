namespace CiivSoft.Matching.Integrity;

/// <summary>
/// Finds enumerations of the posting's words that nothing else in the résumé bears out, and one word over and over. Honest
/// lists of skills name what the work history tells of too; pasted words stand alone.
/// </summary>
internal static class KeywordStuffing
{
    /// <summary>A shorter row says nothing: any list of skills has some of the posting's words side by side.</summary>
    public const int MinRow = 4;

    /// <summary>The part of a row, in percent, that must stand in the posting.</summary>
    public const int MinShare = 80;

    /// <summary>
    /// So many different words of the posting that stand in such rows and nowhere else are more than honest résumés have
    /// (docs/explanation/notes.md).
    /// </summary>
    public const int MinAlone = 8;

    /// <summary>A content word this often, and in this share of all content words (percent), is repetition.</summary>
    public const int MinRepeats = 40;

    /// <summary>See <see cref="MinRepeats"/>.</summary>
    public const int MinRepeatShare = 15;

    /// <summary>The rows; none when fewer than <see cref="MinAlone"/> of the posting's words stand only in them.</summary>
    public static IReadOnlyList<IntegrityFlag> Rows(ContentRows resume, IReadOnlySet<ulong> posting)
    {
        var words = resume.Words;
        var rows = Dense(words, posting).ToList();
        return rows.Count == 0 || Alone(words, rows, posting) < MinAlone
            ? []
            :
            [
                .. rows.Select(row => new IntegrityFlag(
                    IntegrityKind.KeywordStuffing,
                    words[row.First].Start,
                    words[row.End - 1].End - words[row.First].Start,
                    row.End - row.First
                )),
            ];
    }

    private static int Alone(
        IReadOnlyList<ContentWord> words,
        List<(int First, int End)> rows,
        IReadOnlySet<ulong> posting
    )
    {
        var inRows = new HashSet<ulong>();
        var outside = new HashSet<ulong>();
        var next = 0;
        foreach (var (first, end) in rows)
        {
            for (; next < first; next++)
            {
                outside.Add(words[next].Hash);
            }

            for (; next < end; next++)
            {
                if (posting.Contains(words[next].Hash))
                {
                    inRows.Add(words[next].Hash);
                }
            }
        }

        for (; next < words.Count; next++)
        {
            outside.Add(words[next].Hash);
        }

        inRows.ExceptWith(outside);
        return inRows.Count;
    }

    /// <summary>Words that stand in the text over and over, at their first place.</summary>
    public static IEnumerable<IntegrityFlag> Repeats(ContentRows resume)
    {
        var words = resume.Words.Where(word => word.Length > 2).ToList();
        return words
            .GroupBy(word => word.Hash)
            .Where(group => group.Count() >= MinRepeats && group.Count() * 100 >= words.Count * MinRepeatShare)
            .Select(group => new IntegrityFlag(
                IntegrityKind.RepeatedWord,
                group.First().Start,
                group.First().End - group.First().Start,
                group.Count()
            ));
    }

    // In each row the stretches with the greatest surplus of the posting's words, as in Kadane's maximum subarray.
    private static IEnumerable<(int First, int End)> Dense(
        IReadOnlyList<ContentWord> words,
        IReadOnlySet<ulong> posting
    )
    {
        var (sum, start) = (0, 0);
        var (best, first, end) = (0, 0, 0);
        for (var i = 0; i <= words.Count; i++)
        {
            if (i == words.Count || (i > 0 && words[i].Row != words[i - 1].Row) || sum < 0)
            {
                if (end - first >= MinRow)
                {
                    yield return (first, end);
                }

                (sum, start, best, first, end) = (0, i, 0, i, i);
            }

            if (i < words.Count)
            {
                sum += posting.Contains(words[i].Hash) ? 100 - MinShare : -MinShare;
                if (sum > best)
                {
                    (best, first, end) = (sum, start, i + 1);
                }
            }
        }
    }
}
