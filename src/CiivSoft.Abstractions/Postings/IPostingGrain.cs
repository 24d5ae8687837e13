using CiivSoft.Abstractions.Candidates;
using Orleans.Concurrency;

namespace CiivSoft.Abstractions.Postings;

/// <summary>A posting of an account: runs ARKiiVE for it. Keyed by <see cref="Keys.PostingKey"/>.</summary>
[GrainInterfaceType("posting")]
[Alias("ciivsoft.IPostingGrain")]
public interface IPostingGrain : IGrainWithStringKey
{
    /// <summary>
    /// Searches everybody in the account and plans leads for the best. Running it again fills up what is left. It may first wait for
    /// other searches of the silo, those of other accounts too, and is given up after five minutes.
    /// </summary>
    [Alias("RunArkiiveAsync")]
    [ResponseTimeout("00:05:00")]
    Task<WorkOutcome> RunArkiiveAsync(WorkOrder order, CancellationToken cancellationToken);

    /// <summary>Its runs so far. Reads only.</summary>
    [Alias("GetStatusAsync")]
    [AlwaysInterleave]
    Task<PostingStatus> GetStatusAsync();

    /// <summary>What it asks for; null when the posting is not known. Reads only.</summary>
    [Alias("GetRequirementsAsync")]
    [AlwaysInterleave]
    Task<RequirementSheet?> GetRequirementsAsync();

    /// <summary>
    /// Changes what it asks for. Decisions made before are stale by that and stay; later ones use the new list.
    /// Null when the posting is not known.
    /// </summary>
    [Alias("ChangeRequirementsAsync")]
    [AlwaysInterleave]
    Task<RequirementsAnswer?> ChangeRequirementsAsync(RequirementsChange change, CancellationToken cancellationToken);
}
