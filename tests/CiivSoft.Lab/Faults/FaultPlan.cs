namespace CiivSoft.Lab.Faults;

/// <summary>A fault run. The same plan plays the same arrivals, acts and kills; what meets what is up to the machine.</summary>
internal sealed record FaultPlan
{
    /// <summary>Applications that arrive while it runs.</summary>
    public int Applications { get; init; } = 1000;

    /// <summary>Postings that open while it runs.</summary>
    public int Postings { get; init; } = 30;

    /// <summary>Opportunities that are there before.</summary>
    public int People { get; init; } = 200;

    /// <summary><c>kill -9</c> of the silo, each followed by a start, at steps of the seed's choice.</summary>
    public int Kills { get; init; } = 5;

    /// <summary>Instead of <see cref="Kills"/>: one kill so long after the other until the last arrival; null for none.</summary>
    public TimeSpan? KillEvery { get; init; }

    /// <summary>Between two batches of 25 applications: half to one and a half of it.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a recruiter moves, archives, deletes, anonymises, tags or closes something.</summary>
    public int Acts { get; init; } = 40;

    public int Seed { get; init; } = 1;

    /// <summary>Requests a second that Lever permits.</summary>
    public double Rate { get; init; } = 200;

    /// <summary>How late a write may be committed whose answer was lost.</summary>
    public TimeSpan LatestCommit { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>The silo's grace: with the 10 seconds that its client waits it is more than the latest commit.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(18);

    /// <summary>False plays no faults and kills nothing, to compare with.</summary>
    public bool HasFaults { get; init; } = true;

    /// <summary>After the last arrival, so long until nothing is left.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Folder of data and logs; null for one that is removed at the end.</summary>
    public string? Folder { get; init; }
}
