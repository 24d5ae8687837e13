using CiivSoft.Lab.Costs;

namespace CiivSoft.Lab.Scale;

/// <summary>What an account of some size costs at first and when nothing changes.</summary>
/// <param name="Size">Opportunities of the world, those that the key may not see among them.</param>
/// <param name="IdleBytes">Memory of the silo before an account is connected.</param>
/// <param name="Elapsed">From the connection until everybody was read.</param>
/// <param name="Calls">Calls to Lever until then that belong to the first synchronisation; scans and polls for new work apart.</param>
/// <param name="Floor">Full pages of the list, and for each person read the résumés' list and the file where it was fetched.</param>
/// <param name="PeakBytes">The most memory that the silo had.</param>
/// <param name="Quiet">What a scan costs when nothing changed.</param>
/// <param name="QuietTime">How long that scan took.</param>
internal sealed record ScaleResult(
    int Size,
    long IdleBytes,
    TimeSpan Elapsed,
    long Calls,
    long Floor,
    long PeakBytes,
    Spent Quiet,
    TimeSpan QuietTime
)
{
    private const double Megabyte = 1024 * 1024;
    private const double MostIdleMegabytes = 200;
    private const double MostPeakMegabytes = 600;
    private const double MostRatio = 1.02;
    private const int MostQuietCalls = 4;
    private const int MostQuietCommits = 1;

    // A window of the first synchronisation ends with a page that is not full: of few rows that is a large share.
    private const int SmallestForRatio = 10_000;

    public double IdleMegabytes => IdleBytes / Megabyte;

    public double PeakMegabytes => PeakBytes / Megabyte;

    public double Ratio => Calls / (double)Floor;

    public bool Keeps =>
        IdleMegabytes <= MostIdleMegabytes
        && PeakMegabytes <= MostPeakMegabytes
        && (Size < SmallestForRatio || Ratio <= MostRatio)
        && IsQuiet(Quiet);

    /// <summary>Whether a scan costs no more than one when nothing changed may.</summary>
    public static bool IsQuiet(Spent scan) => scan is { Calls: <= MostQuietCalls, Commits: <= MostQuietCommits };
}
