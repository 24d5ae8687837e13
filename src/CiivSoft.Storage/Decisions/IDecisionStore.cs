using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage.Decisions;

/// <summary>Decisions, with what they were made from and what they ask for.</summary>
public interface IDecisionStore
{
    /// <summary>
    /// Saves everything in one transaction. A decision is unique by (account, solution, subject, generation): where it
    /// is there already it stays as it is and its effects here are dropped. An effect is unique by (account, kind,
    /// subject, target) likewise. A run is unique by (account, posting, run): if it is there already, nothing of this
    /// commit but <see cref="DecisionCommit.Finished"/> applies.
    /// </summary>
    Task<DecisionCommitResult> CommitAsync(
        AccountKey account,
        DecisionCommit commit,
        CancellationToken cancellationToken
    );

    /// <summary>The newest decision of each of these applications and solutions.</summary>
    Task<IReadOnlyList<DecisionRow>> OfApplicationsAsync(
        AccountKey account,
        IReadOnlyCollection<string> applicationIds,
        CancellationToken cancellationToken
    );

    /// <summary>Everything decided about these contacts or this opportunity, oldest first, for explaining.</summary>
    Task<IReadOnlyList<DecisionRow>> OfContactAsync(
        AccountKey account,
        string contactId,
        CancellationToken cancellationToken
    );

    /// <summary>All decisions after a point in time, oldest first, at most <paramref name="limit"/>; solution null for all.</summary>
    Task<IReadOnlyList<DecisionRow>> SinceAsync(
        AccountKey account,
        Solution? solution,
        DateTimeOffset since,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>ARKiiVE's runs for a posting, first one first.</summary>
    Task<IReadOnlyList<ArkiiveRunRow>> RunsAsync(
        AccountKey account,
        string postingId,
        CancellationToken cancellationToken
    );
}
