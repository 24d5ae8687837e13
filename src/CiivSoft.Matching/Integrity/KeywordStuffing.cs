using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Integrity;

/// <summary>Finds rows of the posting's words without any function word between them, and one word over and over.</summary>
internal static class KeywordStuffing
{
    /// <summary>The shortest row that is flagged. Honest skill lists share fewer words with one posting.</summary>
    public const int MinRow = 16;

    /// <summary>The part of a row, in percent, that must stand in the posting.</summary>
    public const int MinShare = 80;

    /// <summary>A content word this often, and in this share of all content words (percent), is repetition.</summary>
    public const int MinRepeats = 40;

    /// <summary>See <see cref="MinRepeats"/>.</summary>
    public const int MinRepeatShare = 15;

    public static IEnumerable<IntegrityFlag> Find(IReadOnlyList<Term> resume, IReadOnlyList<Term> posting)
    {
        var known = posting.Where(term => term.IsContent).Select(term => term.Stem).ToHashSet();
        return Rows(resume, known).Concat(Repeats(resume));
    }

    private static IEnumerable<IntegrityFlag> Rows(IReadOnlyList<Term> resume, HashSet<string> known)
    {
        var first = 0;
        for (var i = 0; i <= resume.Count; i++)
        {
            if (i < resume.Count && resume[i].IsContent)
            {
                continue;
            }

            if (Densest(resume, first, i, known) is var (start, end) && end - start >= MinRow)
            {
                yield return new IntegrityFlag(
                    IntegrityKind.KeywordStuffing,
                    resume[start].Start,
                    resume[end - 1].End - resume[start].Start,
                    end - start
                );
            }

            first = i + 1;
        }
    }

    // The stretch with the greatest surplus of the posting's words, as in Kadane's maximum subarray.
    private static (int Start, int End) Densest(IReadOnlyList<Term> terms, int first, int end, HashSet<string> known)
    {
        var (best, bestStart, bestEnd) = (0, first, first);
        var (sum, start) = (0, first);
        for (var i = first; i < end; i++)
        {
            sum += known.Contains(terms[i].Stem) ? 100 - MinShare : -MinShare;
            if (sum <= 0)
            {
                (sum, start) = (0, i + 1);
            }
            else if (sum > best)
            {
                (best, bestStart, bestEnd) = (sum, start, i + 1);
            }
        }

        return (bestStart, bestEnd);
    }

    private static IEnumerable<IntegrityFlag> Repeats(IReadOnlyList<Term> resume)
    {
        var content = resume.Where(term => term.IsContent && term.Lower.Length > 2).ToList();
        return content
            .GroupBy(term => term.Stem)
            .Where(group => group.Count() >= MinRepeats && group.Count() * 100 >= content.Count * MinRepeatShare)
            .Select(group => new IntegrityFlag(
                IntegrityKind.KeywordStuffing,
                group.First().Start,
                group.First().Length,
                group.Count()
            ));
    }
}
