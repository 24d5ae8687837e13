using CiivSoft.Abstractions.Replays;
using CiivSoft.Cli.Evaluation;

namespace CiivSoft.Cli.Replays;

/// <summary>Pure arithmetic over applications that recruiters decided and that have a score.</summary>
internal static class ReplayFigures
{
    private const int Seed = 20_260_101;
    private const double Tail = 0.025;

    /// <summary>Fewer on either side say nothing reliable.</summary>
    public const int FewestOfEach = 20;

    public static Agreement At(double bar, IReadOnlyCollection<ScoredOutcome> applications)
    {
        var passing = applications.Where(a => a.Score >= bar).ToList();
        var right = passing.Count(a => a.IsAdvanced);
        var advanced = applications.Count(a => a.IsAdvanced);
        return new Agreement(
            bar,
            (double)passing.Count / applications.Count,
            passing.Count == 0 ? null : (double)right / passing.Count,
            (double)right / advanced
        );
    }

    /// <summary>The chance that somebody who was advanced scores higher than somebody who was not.</summary>
    public static double Auc(IEnumerable<ScoredOutcome> applications) =>
        RocCurve
            .Of(
                [.. applications.OrderByDescending(a => a.Score).Select(a => (a.Score, a.IsAdvanced, 0))],
                [1],
                cut: null
            )
            ?.Auc
        ?? 0.5;

    /// <summary>The highest bar that lets at least this share of those pass whom recruiters advanced.</summary>
    public static double BarFor(double recall, IEnumerable<ScoredOutcome> applications)
    {
        var advanced = applications.Where(a => a.IsAdvanced).Select(a => a.Score).OrderDescending().ToList();
        return advanced[Math.Clamp((int)Math.Ceiling(recall * advanced.Count), 1, advanced.Count) - 1];
    }

    /// <summary>
    /// 95 % intervals of what the choice would have been with other applications: each side is drawn anew with replacement, as
    /// often as told; the same input gives the same intervals.
    /// </summary>
    public static ReplayIntervals Intervals(double recall, IReadOnlyList<ScoredOutcome> applications, int draws)
    {
#pragma warning disable CA5394 // A fixed seed, so that the intervals are the same each time.
        var random = new Random(Seed);
        var sides = applications.GroupBy(a => a.IsAdvanced).Select(side => side.ToArray()).ToArray();
        var drawn = Enumerable
            .Range(0, draws)
            .Select(_ =>
            {
                ScoredOutcome[] sample =
                [
                    .. sides.SelectMany(side =>
                        Enumerable.Range(0, side.Length).Select(_ => side[random.Next(side.Length)])
                    ),
                ];
                var bar = BarFor(recall, sample);
                return (Bar: bar, Auc: Auc(sample), AtBar: At(bar, sample));
            })
            .ToList();
#pragma warning restore CA5394
        return new ReplayIntervals(
            Interval.Of(drawn.Select(d => d.Bar)),
            Interval.Of(drawn.Select(d => d.AtBar.Passing)),
            Interval.Of(drawn.Select(d => d.AtBar.Precision ?? 0)),
            Interval.Of(drawn.Select(d => d.Auc))
        );
    }

    /// <summary>The ends of the middle 95 %.</summary>
    internal sealed record Interval(double Low, double High)
    {
        public static Interval Of(IEnumerable<double> values)
        {
            var ordered = values.Order().ToList();
            return new Interval(At(ordered, Tail), At(ordered, 1 - Tail));
        }

        private static double At(List<double> ordered, double share) =>
            ordered[Math.Clamp((int)Math.Floor(share * ordered.Count), 0, ordered.Count - 1)];
    }

    /// <summary>The intervals of a proposed bar.</summary>
    internal sealed record ReplayIntervals(Interval Bar, Interval Passing, Interval Precision, Interval Auc);
}

/// <summary>An application that was decided by recruiters and has a score.</summary>
internal readonly record struct ScoredOutcome(double Score, bool IsAdvanced)
{
    public static IReadOnlyList<ScoredOutcome> Of(IEnumerable<ReplayedApplication> applications) =>
        [
            .. applications
                .Where(a => a is { Score: not null, Outcome: not RecruiterOutcome.Undecided })
                .Select(a => new ScoredOutcome(a.Score ?? 0, a.Outcome == RecruiterOutcome.Advanced)),
        ];
}
