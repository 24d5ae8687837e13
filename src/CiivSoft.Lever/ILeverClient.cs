using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Lever;

/// <summary>
/// Lever's Data API, as far as this product uses it, for one account. Every attempt of every call takes a permit first.
/// Reads are repeated where that is safe and then throw <see cref="LeverException"/>; writes are sent once and answer with an outcome.
/// An id that can be no id of Lever throws <see cref="ArgumentException"/> before anything is sent.
/// </summary>
public interface ILeverClient
{
    /// <summary>The stages in pipeline order: those before <c>applicant-new</c> are lead stages.</summary>
    Task<LeverPage<LeverStage>> ListStagesAsync(LeverPriority priority, CancellationToken cancellationToken);

    /// <summary>Postings with their content, newest first, page by page.</summary>
    IAsyncEnumerable<LeverPage<LeverPosting>> ListPostingsAsync(
        PostingQuery query,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>A posting; null when there is none of that id.</summary>
    Task<LeverPosting?> GetPostingAsync(string postingId, LeverPriority priority, CancellationToken cancellationToken);

    /// <summary>
    /// Opportunities, page by page, active and archived alike unless the query says otherwise.
    /// One that moves while the list is read may come twice or not at all.
    /// </summary>
    IAsyncEnumerable<LeverPage<LeverOpportunity>> ListOpportunitiesAsync(
        OpportunityQuery query,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>An opportunity with its application; null when it does not exist (any more).</summary>
    Task<LeverOpportunity?> GetOpportunityAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>Opportunities deleted at or after <paramref name="deletedSince"/> (null: all that Lever still lists). Only the id is certain.</summary>
    IAsyncEnumerable<LeverPage<LeverOpportunity>> ListDeletedOpportunitiesAsync(
        DateTimeOffset? deletedSince,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>The résumés of an opportunity. Empty also when Lever says 404, as old accounts do for "none".</summary>
    Task<LeverPage<LeverResume>> ListResumesAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>A résumé as it was uploaded.</summary>
    /// <param name="opportunityId">The opportunity on which the résumé hangs.</param>
    /// <param name="resumeId">The résumé.</param>
    /// <param name="maxBytes">The size at which reading stops.</param>
    /// <param name="priority">What the call is for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<LeverDownload> DownloadResumeAsync(
        string opportunityId,
        string resumeId,
        long maxBytes,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>The files attached to an opportunity, résumés not included. Empty when Lever says 404.</summary>
    Task<LeverPage<LeverFile>> ListFilesAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>An attached file, as <see cref="DownloadResumeAsync"/>.</summary>
    Task<LeverDownload> DownloadFileAsync(
        string opportunityId,
        string fileId,
        long maxBytes,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>The notes of an opportunity, secret ones included; null when the opportunity does not exist (any more).</summary>
    Task<LeverPage<LeverNote>?> ListNotesAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>A person; null when there is none of that id.</summary>
    Task<LeverContact?> GetContactAsync(string contactId, LeverPriority priority, CancellationToken cancellationToken);

    /// <summary>The offers of an opportunity; null when the opportunity does not exist (any more).</summary>
    Task<LeverPage<LeverOffer>?> ListOffersAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>The archive reasons. Needs a right that the help article does not ask for.</summary>
    Task<LeverPage<LeverArchiveReason>> ListArchiveReasonsAsync(
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Makes a new opportunity of a known contact, in the stage <c>lead-new</c>, on a posting. Lever does not refuse a second one:
    /// look before. Contact details are never sent, since Lever would add them to the person's.
    /// </summary>
    Task<LeverWriteOutcome> CreateLeadAsync(
        LeadRequest lead,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>Moves an opportunity. Lever compares nothing: read before. An archived one stays archived.</summary>
    Task<LeverWriteOutcome> MoveToStageAsync(
        string opportunityId,
        string stageId,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Adds a note as the service user: visible to all, notifying nobody, without a score. Plain text;
    /// Lever notifies whoever is named by <c>@name</c> in it. A second call makes a second note.
    /// </summary>
    Task<LeverWriteOutcome> AddNoteAsync(
        string opportunityId,
        string text,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Archives an opportunity: for undo, which withdraws a lead that we made. Lever compares nothing, and of an archived one
    /// the reason is replaced: read before.
    /// </summary>
    Task<LeverWriteOutcome> ArchiveAsync(
        string opportunityId,
        string reasonId,
        LeverPriority priority,
        CancellationToken cancellationToken
    );

    /// <summary>Adds tags; one that is there already changes nothing.</summary>
    Task<LeverWriteOutcome> AddTagsAsync(
        string opportunityId,
        IReadOnlyList<string> tags,
        LeverPriority priority,
        CancellationToken cancellationToken
    );
}
