using CiivSoft.Abstractions.Replays;

namespace CiivSoft.Cli.Replays;

/// <summary>What a replay found; the command's JSON document.</summary>
internal sealed record ReplayReport
{
    private const int Draws = 500;
    private const double DaysAWeek = 7;

    public required string Account { get; init; }

    public required string ModelVersion { get; init; }

    public required string PolicyVersion { get; init; }

    /// <summary>Applications by what recruiters did, whether they have a score or not.</summary>
    public required IReadOnlyDictionary<RecruiterOutcome, int> Applications { get; init; }

    /// <summary>Why decided applications have no score.</summary>
    public required IReadOnlyDictionary<ReplayGap, int> WithoutScore { get; init; }

    /// <summary>Compared applications whose posting was changed in Lever after them.</summary>
    public required int PostingsEdited { get; init; }

    /// <summary>Applications compared: decided by recruiters, and with a score.</summary>
    public required int Compared { get; init; }

    /// <summary>Of these, those that recruiters advanced.</summary>
    public required int Advanced { get; init; }

    /// <summary>Whether there are enough of both kinds for figures.</summary>
    public required bool IsEnough { get; init; }

    /// <summary>Null when there are not enough.</summary>
    public double? Auc { get; init; }

    /// <summary>At the bar that is in force.</summary>
    public Agreement? Present { get; init; }

    /// <summary>At the bar that reaches the recall asked for.</summary>
    public Agreement? Proposed { get; init; }

    /// <summary>95 % intervals of the proposal.</summary>
    public ReplayFigures.ReplayIntervals? Intervals { get; init; }

    /// <summary>The recall asked for.</summary>
    public required double Recall { get; init; }

    /// <summary>Applications a week over the time that the history covers; null when it covers less than a week.</summary>
    public double? ApplicationsAWeek { get; init; }

    public static ReplayReport Of(string account, ReplayReading reading, double recall)
    {
        var all = reading.Applications;
        var compared = ScoredOutcome.Of(all);
        var advanced = compared.Count(a => a.IsAdvanced);
        var isEnough = Math.Min(advanced, compared.Count - advanced) >= ReplayFigures.FewestOfEach;
        var report = new ReplayReport
        {
            Account = account,
            ModelVersion = reading.ModelVersion,
            PolicyVersion = reading.PolicyVersion,
            Applications = all.CountBy(a => a.Outcome).OrderBy(c => c.Key).ToDictionary(),
            WithoutScore = all.Where(a => a.Outcome != RecruiterOutcome.Undecided && a.Score is null)
                .CountBy(a => a.Gap)
                .OrderBy(c => c.Key)
                .ToDictionary(),
            PostingsEdited = all.Count(a =>
                a is { IsPostingEdited: true, Score: not null, Outcome: not RecruiterOutcome.Undecided }
            ),
            Compared = compared.Count,
            Advanced = advanced,
            IsEnough = isEnough,
            Recall = recall,
            ApplicationsAWeek = AWeek(all),
        };
        return isEnough
            ? report with
            {
                Auc = ReplayFigures.Auc(compared),
                Present = ReplayFigures.At(reading.Bar, compared),
                Proposed = ReplayFigures.At(ReplayFigures.BarFor(recall, compared), compared),
                Intervals = ReplayFigures.Intervals(recall, compared, Draws),
            }
            : report;
    }

    private static double? AWeek(IReadOnlyList<ReplayedApplication> applications)
    {
        if (applications.Count == 0)
        {
            return null;
        }

        var days = (applications.Max(a => a.AppliedAt) - applications.Min(a => a.AppliedAt)).TotalDays;
        return days < DaysAWeek ? null : applications.Count / days * DaysAWeek;
    }
}
