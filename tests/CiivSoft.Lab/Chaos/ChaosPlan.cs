namespace CiivSoft.Lab.Chaos;

/// <summary>How much a cell works through while its trouble lasts.</summary>
internal sealed record ChaosPlan
{
    /// <summary>Applications that arrive while it lasts.</summary>
    public int Applications { get; init; } = 200;

    /// <summary>Postings that open while it lasts.</summary>
    public int Postings { get; init; } = 10;

    /// <summary>Opportunities that are there before.</summary>
    public int People { get; init; } = 100;

    /// <summary>How often a recruiter moves, archives, deletes, anonymises, tags or closes something.</summary>
    public int Acts { get; init; } = 16;

    public int Seed { get; init; } = 1;

    /// <summary>How long the trouble and the arrivals last, where the cell has no time of its own.</summary>
    public TimeSpan Lasts { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Repetitions of cells that measure a distribution.</summary>
    public int Repetitions { get; init; } = 20;

    /// <summary>Requests a second that Lever permits.</summary>
    public double Rate { get; init; } = 200;

    /// <summary>The silos' client waits so long for the answer to a read; the simulator answers within milliseconds.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The same for a write.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The silos' grace. Nothing is committed late in these cells.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>After the trouble, so long until nothing is left.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>The earlier release that <c>rolling-upgrade</c> begins with; null for the one before the last change of the schema.</summary>
    public string? From { get; init; }

    /// <summary>Folder with another build of the silo; null for the one beside this program.</summary>
    public string? Build { get; init; }

    /// <summary>Folder of data and logs, one below it for each cell and seed; null for one that is removed at the end.</summary>
    public string? Folder { get; init; }
}
