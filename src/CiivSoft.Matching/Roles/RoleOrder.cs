using System.Runtime.InteropServices;
using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Roles;

/// <summary>Which of a résumé's jobs is the latest. Most are told newest first; some begin with the oldest.</summary>
internal static class RoleOrder
{
    /// <summary>So many lines above or below a title may stand the dates of its job.</summary>
    public const int LinesFromDates = 2;

    // People start a job before they have left the last one.
    private const int Overlap = 2;

    // The dates stand beside the title, below it or above it, in this order of frequency.
    private static readonly int[] Places = [0, 1, 2, -1, -2];

    /// <summary>
    /// The titles in the order of the text; turned round where the dates rise from each job to the next. What has no dates
    /// before all jobs, such as a headline, stays in front.
    /// </summary>
    public static IReadOnlyList<PlacedTitle> NewestFirst(
        string text,
        IReadOnlyList<TextLine> lines,
        IReadOnlyList<PlacedTitle> titles
    )
    {
        if (titles.Count < 2)
        {
            return titles;
        }

        var periods = PeriodsOf(text, lines, titles);
        if (!Rises([.. periods.OfType<WorkPeriod>()]))
        {
            return titles;
        }

        var lead = periods.TakeWhile(period => period is null).Count();
        return [.. titles.Take(lead), .. titles.Skip(lead).Reverse()];
    }

    // Each job begins and ends no earlier than the one before it, and the first was over when the last began: a job that
    // goes on and stands first is the latest, whatever began since.
    private static bool Rises(List<WorkPeriod> periods) =>
        periods.Count > 1
        && periods[0].FirstMonth < periods[^1].FirstMonth
        && periods[0].EndMonth <= periods[^1].FirstMonth + Overlap
        && periods
            .Zip(periods.Skip(1))
            .All(p => p.First.FirstMonth <= p.Second.FirstMonth && EndOf(p.First) <= EndOf(p.Second));

    private static int EndOf(WorkPeriod period) => period.EndMonth ?? int.MaxValue;

    // The dates of each job; null where none stand near, or nearer to another title.
    private static List<WorkPeriod?> PeriodsOf(
        string text,
        IReadOnlyList<TextLine> lines,
        IReadOnlyList<PlacedTitle> titles
    )
    {
        var first = Math.Max(0, titles[0].Line - LinesFromDates);
        var last = Math.Min(lines.Count - 1, titles[^1].Line + LinesFromDates);
        var start = lines[first].Start;
        var periods = WorkDates.Find(text, start, lines[last].End - start).ToList();
        var near = titles.Select(title => Nearest(periods, lines, title.Line)).ToList();
        return
        [
            .. near.Select(one =>
                one is { } own && !near.Any(other => other is { } its && its.Index == own.Index && its.Rank < own.Rank)
                    ? periods[own.Index]
                    : default(WorkPeriod?)
            ),
        ];
    }

    private static (int Index, int Rank)? Nearest(List<WorkPeriod> periods, IReadOnlyList<TextLine> lines, int line)
    {
        for (var rank = 0; rank < Places.Length; rank++)
        {
            var place = line + Places[rank];
            if (place < 0 || place >= lines.Count)
            {
                continue;
            }

            var index = periods.FindIndex(period =>
                period.Start >= lines[place].Start && period.Start < lines[place].End
            );
            if (index >= 0)
            {
                return (index, rank);
            }
        }

        return null;
    }
}

/// <summary>A title and the number of the line that it stands in.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlacedTitle(TextSpan Title, int Line)
{
    public int Start => Title.Start;

    public int Length => Title.Length;
}
