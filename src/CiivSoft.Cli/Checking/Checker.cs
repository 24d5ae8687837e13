using CiivSoft.Cli.Checking.Costs;
using CiivSoft.Cli.Checking.Invariants;
using CiivSoft.Cli.Checking.Recordings;

namespace CiivSoft.Cli.Checking;

/// <summary>The rules I1 to I7 and the cost table over a recording. Pure: the same recording gives the same report.</summary>
internal static class Checker
{
    private const int TooManyRequests = 429;

    public static CheckReport Check(Recording recording)
    {
        var faults = recording.OurRequests.Count(e => e.Fault is not null);
        return new CheckReport
        {
            Account = recording.Tables.Account,
            Counts = Count(recording, faults),
            Costs = CostTable.Measure(recording),
            AreCostsJudged = faults == 0,
            Findings =
            [
                .. DecidedOnce.Check(recording),
                .. NothingTwice.Check(recording),
                .. NeverRejects.Check(recording),
                .. PeopleFirst.Check(recording),
                .. EffectsAndNotes.Check(recording),
                .. PermittedRate.Check(recording),
                .. AccountsApart.Check(recording),
            ],
        };
    }

    private static CheckCounts Count(Recording recording, int faults) =>
        new()
        {
            Events = recording.Events.Count,
            Calls = recording.OurRequests.Count,
            Writes = recording.OurWrites.Count,
            Faults = faults,
            TooManyRequests = recording.OurRequests.Count(e => e.Status == TooManyRequests),
            Applications = recording.World.Opportunities.Count(o => o.Application is not null),
            Decisions = recording.Tables.Decisions.Count,
            Effects = recording
                .Tables.Effects.CountBy(e => $"{e.Solution} {e.Kind} {e.State}")
                .OrderBy(c => c.Key, StringComparer.Ordinal)
                .ToDictionary(),
        };
}
