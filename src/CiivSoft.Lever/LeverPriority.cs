namespace CiivSoft.Lever;

/// <summary>What a call is for. When permits are scarce, the lower value goes first.</summary>
public enum LeverPriority
{
    /// <summary>A write, and the reads that belong to it (comparing before, reading back after).</summary>
    Effect = 0,

    /// <summary>
    /// A scan: one call after the other, and none of them counts when it does not come to its end, as where a silo dies.
    /// </summary>
    Scan = 1,

    /// <summary>Reading an application that is waiting for FiiLTER or REFiiNE.</summary>
    NewApplication = 2,

    /// <summary>Reading for a posting that has just opened.</summary>
    NewPosting = 3,

    /// <summary>The first synchronisation and everything else that nobody waits for.</summary>
    Backfill = 4,
}
