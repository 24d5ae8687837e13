using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Dashboard.Views;

/// <summary>How far the first synchronisation is, and for how long it may go on: as much as can honestly be said.</summary>
/// <param name="Share">Of the people known so far that need reading, how many are read; null while people are still being listed.</param>
/// <param name="Text">In words.</param>
internal sealed record SyncEstimate(double? Share, string Text)
{
    /// <summary>Null when it is complete and nobody waits.</summary>
    /// <param name="status">The account's status.</param>
    /// <param name="callsPerSecond">As measured lately; null when not known.</param>
    public static SyncEstimate? Of(AccountStatus status, double? callsPerSecond)
    {
        var waiting = status.Backlog.People;
        if (status.Sync.IsComplete && waiting == 0)
        {
            return null;
        }

        var people = status.Known.People;
        if (!status.Sync.IsComplete)
        {
            var back = status.Sync.ReachedBack is { } reached ? $", back to {reached:MMMM yyyy}" : "";
            return new SyncEstimate(
                null,
                $"First synchronisation: {Words.Number(status.Sync.Listed)} opportunities listed so far{back}, newest first. "
                    + "How many there are in all is not known until the end; Lever does not say."
            );
        }

        var read = Math.Max(0, people - waiting);
        return new SyncEstimate(
            people == 0 ? null : (double)read / people,
            $"First synchronisation: everybody is listed; {Words.Number(waiting)} of {Words.Number(people)} people wait to be read"
                + Remaining(status, waiting, callsPerSecond)
        );
    }

    // A person takes two calls as a rule, résumé and file; what arrives new goes first, so this is the least it takes.
    private static string Remaining(AccountStatus status, long waiting, double? callsPerSecond)
    {
        const double CallsPerPerson = 2;
        var rate = callsPerSecond is > 0.5 and { } measured ? measured : status.Settings.CallsPerSecond;
        return status.Pauses.Any(p => p is { Solution: null, PostingId: null })
            ? "; the account is paused."
            : $", which takes about {Moments.Length(TimeSpan.FromSeconds(waiting * CallsPerPerson / rate))} or longer at {rate:0.#} calls a second.";
    }
}
