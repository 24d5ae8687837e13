namespace CiivSoft.Lab.Throughput;

/// <summary>How fast applications went through, from the scan that finds them until nothing is left to do.</summary>
internal sealed record ThroughputResult(
    int Applications,
    TimeSpan Elapsed,
    long Calls,
    long Commits,
    TimeSpan Silo,
    TimeSpan Workers,
    TimeSpan Simulator,
    string Load
)
{
    public double PerSecond => Applications / Elapsed.TotalSeconds;

    public double ProcessorSecondsEach => (Silo + Workers + Simulator).TotalSeconds / Applications;
}
