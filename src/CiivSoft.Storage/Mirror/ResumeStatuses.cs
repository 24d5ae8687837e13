namespace CiivSoft.Storage.Mirror;

/// <summary>What follows from how far reading a résumé got.</summary>
public static class ResumeStatuses
{
    /// <summary>
    /// Whether another look at the same file may give text: Lever may process it later, and a tool, a limit or a release of ours
    /// may have changed. A password and a size do not go away.
    /// </summary>
    public static bool MayBeReadLater(this ResumeStatus status) =>
        status
            is ResumeStatus.Unreadable
                or ResumeStatus.NeedsOcr
                or ResumeStatus.NotProcessed
                or ResumeStatus.Quarantined;
}
