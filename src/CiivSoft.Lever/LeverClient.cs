using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CiivSoft.Lever.Json;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;
using CiivSoft.Lever.Transport;

namespace CiivSoft.Lever;

/// <summary>Says each call in Lever's words: route, query, body.</summary>
internal sealed class LeverClient(LeverReads reads, LeverWrites writes) : ILeverClient
{
    private static readonly LeverJson Json = LeverJson.Default;

    public Task<LeverPage<LeverStage>> ListStagesAsync(LeverPriority priority, CancellationToken cancellationToken) =>
        ExpectAsync(LeverCall.To(LeverRoute.ListStages), Json.LeverStage, priority, cancellationToken);

    public IAsyncEnumerable<LeverPage<LeverPosting>> ListPostingsAsync(
        PostingQuery query,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => reads.ReadPagesAsync(QueryCalls.From(query), Json.LeverPosting, priority, cancellationToken);

    public Task<LeverPosting?> GetPostingAsync(
        string postingId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.GetPosting, postingId);
        return reads.ReadRecordAsync(
            call,
            Json.LeverPosting,
            p => string.Equals(p.Id, postingId, StringComparison.Ordinal),
            priority,
            cancellationToken
        );
    }

    public IAsyncEnumerable<LeverPage<LeverOpportunity>> ListOpportunitiesAsync(
        OpportunityQuery query,
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => reads.ReadPagesAsync(QueryCalls.From(query), Json.LeverOpportunity, priority, cancellationToken);

    public Task<LeverOpportunity?> GetOpportunityAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.GetOpportunity, opportunityId).With("expand", "applications");
        return reads.ReadRecordAsync(
            call,
            Json.LeverOpportunity,
            opportunity => string.Equals(opportunity.Id, opportunityId, StringComparison.Ordinal),
            priority,
            cancellationToken
        );
    }

    public IAsyncEnumerable<LeverPage<LeverOpportunity>> ListDeletedOpportunitiesAsync(
        DateTimeOffset? deletedSince,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.ListDeletedOpportunities).With("deleted_at_start", deletedSince);
        return reads.ReadPagesAsync(call, Json.LeverOpportunity, priority, cancellationToken);
    }

    public async Task<LeverPage<LeverResume>> ListResumesAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.ListResumes, opportunityId);
        return await reads.ReadWholeAsync(call, Json.LeverResume, priority, cancellationToken)
            ?? new LeverPage<LeverResume>([]);
    }

    public Task<LeverDownload> DownloadResumeAsync(
        string opportunityId,
        string resumeId,
        long maxBytes,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.DownloadResume, opportunityId, resumeId);
        return reads.DownloadAsync(call, maxBytes, priority, cancellationToken);
    }

    public async Task<LeverPage<LeverFile>> ListFilesAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.ListFiles, opportunityId);
        return await reads.ReadWholeAsync(call, Json.LeverFile, priority, cancellationToken)
            ?? new LeverPage<LeverFile>([]);
    }

    public Task<LeverDownload> DownloadFileAsync(
        string opportunityId,
        string fileId,
        long maxBytes,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.DownloadFile, opportunityId, fileId);
        return reads.DownloadAsync(call, maxBytes, priority, cancellationToken);
    }

    public Task<LeverPage<LeverNote>?> ListNotesAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.ListNotes, opportunityId);
        return reads.ReadWholeAsync(call, Json.LeverNote, priority, cancellationToken);
    }

    // Lever merges persons, so that the answer may carry another id than the one asked for.
    public Task<LeverContact?> GetContactAsync(
        string contactId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.GetContact, contactId);
        return reads.ReadRecordAsync(call, Json.LeverContact, _ => true, priority, cancellationToken);
    }

    public Task<LeverPage<LeverOffer>?> ListOffersAsync(
        string opportunityId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.ListOffers, opportunityId);
        return reads.ReadWholeAsync(call, Json.LeverOffer, priority, cancellationToken);
    }

    public Task<LeverPage<LeverArchiveReason>> ListArchiveReasonsAsync(
        LeverPriority priority,
        CancellationToken cancellationToken
    ) => ExpectAsync(LeverCall.To(LeverRoute.ListArchiveReasons), Json.LeverArchiveReason, priority, cancellationToken);

    public Task<LeverWriteOutcome> CreateLeadAsync(
        LeadRequest lead,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentException.ThrowIfNullOrWhiteSpace(lead.Source, nameof(lead));
        var body = new LeadBody(
            LeverIds.Require(lead.ContactId, nameof(lead)),
            [LeverIds.Require(lead.PostingId, nameof(lead))],
            LeverStage.NewLead,
            Origin: "sourced",
            [lead.Source],
            lead.Tags
        );
        var call = LeverCall
            .To(LeverRoute.CreateOpportunity)
            .With("perform_as_posting_owner", lead.PostingOwnerAsOwner ? true : null);
        return SendAsync(call, body, LeverBodies.Default.LeadBody, expectedId: null, priority, cancellationToken);
    }

    public Task<LeverWriteOutcome> MoveToStageAsync(
        string opportunityId,
        string stageId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.MoveToStage, opportunityId);
        var body = new StageBody(LeverIds.Require(stageId, nameof(stageId)));
        return SendAsync(call, body, LeverBodies.Default.StageBody, opportunityId, priority, cancellationToken);
    }

    public Task<LeverWriteOutcome> ArchiveAsync(
        string opportunityId,
        string reasonId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var call = LeverCall.To(LeverRoute.ArchiveOpportunity, opportunityId);
        var body = new ArchiveBody(LeverIds.Require(reasonId, nameof(reasonId)));
        return SendAsync(call, body, LeverBodies.Default.ArchiveBody, opportunityId, priority, cancellationToken);
    }

    public Task<LeverWriteOutcome> AddNoteAsync(
        string opportunityId,
        string text,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var call = LeverCall.To(LeverRoute.AddNote, opportunityId);
        var body = new NoteBody(text, Secret: false, NotifyFollowers: false);
        return SendAsync(call, body, LeverBodies.Default.NoteBody, expectedId: null, priority, cancellationToken);
    }

    public Task<LeverWriteOutcome> AddTagsAsync(
        string opportunityId,
        IReadOnlyList<string> tags,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(tags);
        if (tags.Count == 0 || tags.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("There must be tags, and none of them empty.", nameof(tags));
        }

        var call = LeverCall.To(LeverRoute.AddTags, opportunityId);
        var body = new TagsBody(tags);
        return SendAsync(call, body, LeverBodies.Default.TagsBody, opportunityId, priority, cancellationToken);
    }

    private async Task<LeverPage<T>> ExpectAsync<T>(
        LeverCall call,
        JsonTypeInfo<T> type,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
        where T : class =>
        await reads.ReadWholeAsync(call, type, priority, cancellationToken)
        ?? throw new LeverException(call.Route, LeverFailure.Status, status: 404);

    private Task<LeverWriteOutcome> SendAsync<T>(
        LeverCall call,
        T body,
        JsonTypeInfo<T> type,
        string? expectedId,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var full = call with { Body = JsonSerializer.SerializeToUtf8Bytes(body, type) };
        return writes.SendAsync(full, expectedId, priority, cancellationToken);
    }
}
