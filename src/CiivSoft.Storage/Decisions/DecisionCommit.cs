using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;
using CiivSoft.Storage.Work;

namespace CiivSoft.Storage.Decisions;

/// <summary>What a candidate or a posting grain learnt and decided, saved in one transaction.</summary>
public sealed record DecisionCommit
{
    /// <summary>
    /// The contact's new row; null to leave it. Of a contact that is known, person key, country and
    /// <see cref="ContactRow.PersonJson"/> stay: they are the scan's, which may know better by now.
    /// </summary>
    public ContactRow? Contact { get; init; }

    /// <summary>The résumé just read, replacing an older one; null to leave it.</summary>
    public ResumeRecord? Resume { get; init; }

    /// <summary>Its vector; null to leave it.</summary>
    public VectorRecord? Vector { get; init; }

    /// <summary>Decisions and their effects.</summary>
    public IReadOnlyList<DecidedEffects> Decisions { get; init; } = [];

    /// <summary>
    /// Former decisions that these take the place of: what they planned and was not sent is removed, and what is planned here
    /// beside something of theirs that was sent is not begun.
    /// </summary>
    public IReadOnlyList<string> Superseded { get; init; } = [];

    /// <summary>ARKiiVE's run; null for candidates.</summary>
    public ArkiiveRunRow? Run { get; init; }

    /// <summary>Lines of the activity log.</summary>
    public IReadOnlyList<ActivityRow> Activity { get; init; } = [];

    /// <summary>The work item that is finished by this, removed unless it changed since; null for none.</summary>
    public WorkItem? Finished { get; init; }

    /// <summary>A work item to put in its place, for example to look for a late résumé; null for none.</summary>
    public WorkItem? Next { get; init; }
}

/// <summary>What a commit did.</summary>
/// <param name="NewDecisions">Ids of the decisions inserted now; one that was there before keeps its first form.</param>
/// <param name="PlannedEffects">How many effects were inserted now.</param>
public sealed record DecisionCommitResult(IReadOnlySet<string> NewDecisions, int PlannedEffects);
