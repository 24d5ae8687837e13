using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Integrity;

/// <summary>Finds runs of words that stand in the posting in the same order.</summary>
internal static class PastedPosting
{
    /// <summary>Words that must agree one after the other to start a run.</summary>
    public const int Shingle = 8;

    /// <summary>The shortest run that is flagged: longer than a phrase that two writers share by chance.</summary>
    public const int MinRun = 24;

    /// <summary>Words between two agreeing shingles that do not end a run, for small edits.</summary>
    public const int MaxGap = 4;

    public static IEnumerable<IntegrityFlag> Find(IReadOnlyList<Term> resume, IReadOnlyList<Term> posting)
    {
        var shingles = Shingles(posting).ToHashSet();
        var (first, end) = (-1, -1);
        for (var i = 0; i + Shingle <= resume.Count; i++)
        {
            if (!shingles.Contains(ShingleAt(resume, i)))
            {
                continue;
            }

            if (first >= 0 && i > end + MaxGap)
            {
                if (end - first >= MinRun)
                {
                    yield return Flag(resume, first, end);
                }

                first = i;
            }

            first = first < 0 ? i : first;
            end = i + Shingle;
        }

        if (first >= 0 && end - first >= MinRun)
        {
            yield return Flag(resume, first, end);
        }
    }

    private static IEnumerable<string> Shingles(IReadOnlyList<Term> terms) =>
        Enumerable.Range(0, Math.Max(0, terms.Count - Shingle + 1)).Select(i => ShingleAt(terms, i));

    private static string ShingleAt(IReadOnlyList<Term> terms, int first) =>
        string.Join(' ', Enumerable.Range(first, Shingle).Select(i => terms[i].Lower));

    private static IntegrityFlag Flag(IReadOnlyList<Term> terms, int first, int end) =>
        new(IntegrityKind.PastedPosting, terms[first].Start, terms[end - 1].End - terms[first].Start, end - first);
}
