using System.Globalization;
using System.Text;
using CiivSoft.Lever;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Grains.Tests.Support;

/// <summary>Lever as far as résumés go. The contents <c>422</c>, <c>404</c>, <c>403</c>, <c>500</c> and <c>large</c> stand for what becomes of them.</summary>
internal sealed class FakeResumes : ILeverClient
{
    private readonly List<(string Opportunity, LeverResume Resume, string? Content)> _resumes = [];

    private readonly List<(string Opportunity, LeverFile File, string Content)> _files = [];

    public int Lists { get; private set; }

    public int FileLists { get; private set; }

    public int Downloads { get; private set; }

    public void Add(string opportunity, LeverResume resume, string? content) =>
        _resumes.Add((opportunity, resume, content));

    public void Attach(string opportunity, LeverFile file, string content) => _files.Add((opportunity, file, content));

    public Task<LeverPage<LeverResume>> ListResumesAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        Lists++;
        return Task.FromResult(
            new LeverPage<LeverResume>([.. _resumes.Where(r => r.Opportunity == opportunityId).Select(r => r.Resume)])
        );
    }

    public Task<LeverDownload> DownloadResumeAsync(
        string opportunityId,
        string resumeId,
        long maxBytes,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        Downloads++;
        var content = _resumes.Single(r => r.Opportunity == opportunityId && r.Resume.Id == resumeId).Content;
        return Task.FromResult<LeverDownload>(
            content switch
            {
                null or "404" => new LeverDownload.Missing(),
                "422" => new LeverDownload.Unprocessable(),
                "large" => new LeverDownload.TooLarge(maxBytes),
                "403" or "500" => throw new LeverException(
                    LeverRoute.DownloadResume,
                    LeverFailure.Status,
                    int.Parse(content, CultureInfo.InvariantCulture)
                ),
                _ => new LeverDownload.Content(Encoding.UTF8.GetBytes(content), "text/plain"),
            }
        );
    }

    public Task<LeverPage<LeverStage>> ListStagesAsync(LeverPriority priority, CancellationToken cancellationToken) =>
        throw Unexpected();

    public IAsyncEnumerable<LeverPage<LeverPosting>> ListPostingsAsync(
        PostingQuery query,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public Task<LeverPosting?> GetPostingAsync(
        string postingId,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public IAsyncEnumerable<LeverPage<LeverOpportunity>> ListOpportunitiesAsync(
        OpportunityQuery query,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public Task<LeverOpportunity?> GetOpportunityAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public IAsyncEnumerable<LeverPage<LeverOpportunity>> ListDeletedOpportunitiesAsync(
        DateTimeOffset? deletedSince,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public Task<LeverPage<LeverFile>> ListFilesAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        FileLists++;
        return Task.FromResult(
            new LeverPage<LeverFile>([.. _files.Where(f => f.Opportunity == opportunityId).Select(f => f.File)])
        );
    }

    public Task<LeverDownload> DownloadFileAsync(
        string opportunityId,
        string fileId,
        long maxBytes,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        Downloads++;
        var content = _files.Single(f => f.Opportunity == opportunityId && f.File.Id == fileId).Content;
        return Task.FromResult<LeverDownload>(new LeverDownload.Content(Encoding.UTF8.GetBytes(content), "text/plain"));
    }

    public Task<LeverPage<LeverNote>?> ListNotesAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public Task<LeverContact?> GetContactAsync(
        string contactId,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public Task<LeverPage<LeverOffer>?> ListOffersAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public Task<LeverPage<LeverArchiveReason>> ListArchiveReasonsAsync(
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public Task<LeverWriteOutcome> CreateLeadAsync(
        LeadRequest lead,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public Task<LeverWriteOutcome> MoveToStageAsync(
        string opportunityId,
        string stageId,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public Task<LeverWriteOutcome> ArchiveAsync(
        string opportunityId,
        string reasonId,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public Task<LeverWriteOutcome> AddNoteAsync(
        string opportunityId,
        string text,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    public Task<LeverWriteOutcome> AddTagsAsync(
        string opportunityId,
        IReadOnlyList<string> tags,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => throw Unexpected();

    private static NotSupportedException Unexpected() => new("Reading a résumé needs nothing else of Lever.");
}
