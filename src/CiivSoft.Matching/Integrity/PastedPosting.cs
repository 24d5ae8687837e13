namespace CiivSoft.Matching.Integrity;

/// <summary>Finds runs of words that stand in the posting in the same order.</summary>
internal static class PastedPosting
{
    /// <summary>The shortest run that is flagged, in words: longer than a phrase that two writers share by chance.</summary>
    public const int MinRun = 24;

    /// <summary>Of a posting that is shorter than that, at least so many words, and four in five of all.</summary>
    public const int MinOfShort = 10;

    /// <summary>Words between two agreeing shingles that do not end a run, for small edits.</summary>
    public const int MaxGap = 4;

    public static List<IntegrityFlag> Find(WordHashes resume, IReadOnlySet<ulong> posting)
    {
        var flags = new List<IntegrityFlag>();
        var least = Math.Clamp((posting.Count + WordHashes.Shingle - 1) * 4 / 5, MinOfShort, MinRun);
        var (first, end) = (-1, -1);
        for (var i = 0; i < resume.Shingles.Length; i++)
        {
            if (!posting.Contains(resume.Shingles[i]))
            {
                continue;
            }

            if (first >= 0 && i > end + MaxGap)
            {
                Add(flags, resume, first, end, least);
                first = i;
            }

            first = first < 0 ? i : first;
            end = i + WordHashes.Shingle;
        }

        Add(flags, resume, first, end, least);
        return flags;
    }

    private static void Add(List<IntegrityFlag> flags, WordHashes resume, int first, int end, int least)
    {
        if (first >= 0 && end - first >= least)
        {
            var start = resume.StartOf(first);
            flags.Add(
                new IntegrityFlag(IntegrityKind.PastedPosting, start, resume.EndOf(end - 1) - start, end - first)
            );
        }
    }
}
