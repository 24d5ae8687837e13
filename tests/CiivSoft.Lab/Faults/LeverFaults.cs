using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Faults;

/// <summary>The faults of Lever in a fault run and in a crash run.</summary>
internal static class LeverFaults
{
    /// <summary>
    /// From now on 5 % of the answers and 5 % of the requests are lost, 2 % of the writes are committed late, 3 % of the calls are
    /// answered by 5xx.
    /// </summary>
    /// <param name="lever">Whose calls.</param>
    /// <param name="latestCommit">How late a write may be committed.</param>
    /// <param name="seed">Of the chance.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task BeginAsync(
        LabSimulator lever,
        TimeSpan latestCommit,
        int seed,
        CancellationToken cancellationToken
    )
    {
        var faults = new
        {
            lostAnswers = 0.05,
            lostRequests = 0.05,
            lateCommits = 0.02,
            lateCommitMaxMs = (int)latestCommit.TotalMilliseconds,
            status5xx = 0.03,
            seed,
        };
        return lever.PostAsync("faults", faults, cancellationToken);
    }
}
