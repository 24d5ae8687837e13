using CiivSoft.Documents;
using CiivSoft.Lever;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Candidates;

/// <summary>
/// Finds and reads the newest résumé on a person's opportunities. A file is fetched only where Lever's parsed data does not
/// tell enough, and never twice.
/// </summary>
internal sealed class ResumeFetcher(IDocumentReader documents)
{
    /// <summary>Lever's own limit for a file.</summary>
    public const long MaxBytes = 30_000_000;

    private const int MaxOpportunities = 5;

    // With the pauses between them some three hours: longer than most troubles of a store last.
    private const int MostDownloads = 24;

    /// <summary>Looks through the opportunities in the order given.</summary>
    /// <param name="lever">Where to read.</param>
    /// <param name="opportunityIds">Newest first; the first five are looked at.</param>
    /// <param name="knownPath">What was read before, <c>opportunity/resume</c>, and is not fetched again; null when nothing was.</param>
    /// <param name="triedBefore">How often this failed before. A file that could not be downloaded two dozen times is taken as unreadable.</param>
    /// <param name="priority">For whom the calls are.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LeverException">Lever could not be read.</exception>
    public async Task<ResumeFetch> FetchAsync(
        ILeverClient lever,
        IReadOnlyList<string> opportunityIds,
        string? knownPath,
        int triedBefore,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        ResumeFetch? best = null;
        string? missingRight = null;
        foreach (var opportunityId in opportunityIds.Take(MaxOpportunities))
        {
            var look = new Look(lever, opportunityId, knownPath, triedBefore >= MostDownloads, priority);
            var fetch = await LookAsync(look, cancellationToken);
            missingRight ??= fetch.MissingRight;
            switch (fetch)
            {
                case ResumeFetch.Unreadable:
                    best ??= fetch;
                    break;
                case ResumeFetch.NotYet { IsProcessing: false }:
                    break;
                default:
                    // Read, read before, or on its way: an older one must not be judged in its place.
                    return fetch with { MissingRight = missingRight };
            }
        }

        return (best ?? new ResumeFetch.NotYet(IsProcessing: false)) with
        {
            MissingRight = missingRight,
        };
    }

    private async Task<ResumeFetch> LookAsync(Look look, CancellationToken cancellationToken)
    {
        var page = await look.Lever.ListResumesAsync(look.OpportunityId, look.Priority, cancellationToken);
        if (page.Items.Count == 0)
        {
            return await LookAtFilesAsync(look, cancellationToken);
        }

        ResumeFetch? unreadable = null;
        foreach (var resume in page.Items.OrderByDescending(r => r.File?.UploadedAt ?? r.CreatedAt))
        {
            var fetch = await ReadAsync(look, resume, cancellationToken);
            if (fetch is not ResumeFetch.Unreadable)
            {
                return fetch;
            }

            unreadable ??= fetch;
        }

        return unreadable ?? new ResumeFetch.NotYet(IsProcessing: false);
    }

    // Two rights of their own, and only few people need them: without them, it is as if there were no files.
    private async Task<ResumeFetch> LookAtFilesAsync(Look look, CancellationToken cancellationToken)
    {
        try
        {
            var page = await look.Lever.ListFilesAsync(look.OpportunityId, look.Priority, cancellationToken);
            ResumeFetch? unreadable = null;
            foreach (var file in AttachedResumes.Among(page.Items))
            {
                var fetch = await ReadFileAsync(look, file, cancellationToken);
                if (fetch is not ResumeFetch.Unreadable)
                {
                    return fetch;
                }

                unreadable ??= fetch;
            }

            return unreadable ?? new ResumeFetch.NotYet(IsProcessing: false);
        }
        catch (LeverException refused) when (refused.IsMissingRight && !refused.IsUnauthorized)
        {
            return new ResumeFetch.NotYet(IsProcessing: false) { MissingRight = refused.Right };
        }
    }

    private async Task<ResumeFetch> ReadAsync(Look look, LeverResume resume, CancellationToken cancellationToken)
    {
        var path = look.PathOf(resume.Id);
        if (path == look.KnownPath)
        {
            return new ResumeFetch.Unchanged();
        }

        if (resume.File is null || ParsedResumeText.Suffices(resume.ParsedData))
        {
            return FromParsed(path, resume);
        }

        if (resume.File.IsProcessing)
        {
            return new ResumeFetch.NotYet(IsProcessing: true);
        }

        var download = await TryAsync(
            look,
            () =>
                look.Lever.DownloadResumeAsync(
                    look.OpportunityId,
                    resume.Id,
                    MaxBytes,
                    look.Priority,
                    cancellationToken
                )
        );
        var read = await FromDownloadAsync(path, resume.File.Name, resume.File.Ext, download, cancellationToken);
        // Parsed data alone is enough to judge on where the file itself gives no text.
        return read is ResumeFetch.Unreadable && ParsedResumeText.Write(resume.ParsedData) is { Length: > 0 } text
            ? new ResumeFetch.Found(path, text, "parsed", [])
            : read;
    }

    private async Task<ResumeFetch> ReadFileAsync(Look look, LeverFile file, CancellationToken cancellationToken)
    {
        var path = look.PathOf(file.Id);
        if (path == look.KnownPath)
        {
            return new ResumeFetch.Unchanged();
        }

        var download = await TryAsync(
            look,
            () => look.Lever.DownloadFileAsync(look.OpportunityId, file.Id, MaxBytes, look.Priority, cancellationToken)
        );
        return await FromDownloadAsync(path, file.Name, file.Ext, download, cancellationToken);
    }

    // One file that Lever fails to hand out must not keep a person waiting for ever. Null for such a one.
    private static async Task<LeverDownload?> TryAsync(Look look, Func<Task<LeverDownload>> download)
    {
        try
        {
            return await download();
        }
        catch (LeverException failure) when (look.GivesUp && !failure.IsMissingRight)
        {
            return null;
        }
    }

    private async Task<ResumeFetch> FromDownloadAsync(
        string path,
        string? name,
        string? extension,
        LeverDownload? download,
        CancellationToken cancellationToken
    ) =>
        download switch
        {
            LeverDownload.Content content => FromReading(
                path,
                await documents.ReadAsync(content.Bytes, name ?? "", cancellationToken)
            ),
            LeverDownload.TooLarge => new ResumeFetch.Unreadable(path, ResumeStatus.TooLarge, "larger than 30 MB"),
            // Lever reads text, not pictures: what it cannot process and is a picture is a scan.
            LeverDownload.Unprocessable when IsPicture(extension) => new ResumeFetch.Unreadable(
                path,
                ResumeStatus.NeedsOcr,
                "a picture"
            ),
            LeverDownload.Unprocessable => new ResumeFetch.Unreadable(
                path,
                ResumeStatus.NotProcessed,
                "Lever could not process it"
            ),
            null => new ResumeFetch.Unreadable(
                path,
                ResumeStatus.NotProcessed,
                "Lever failed to hand out the file for hours"
            ),
            _ => new ResumeFetch.Unreadable(path, ResumeStatus.NotProcessed, "the file is missing in Lever"),
        };

    private static ResumeFetch FromReading(string path, DocumentReading reading) =>
        reading.IsParsed
            ? new ResumeFetch.Found(path, reading.Text, "file", reading.Warnings)
            : new ResumeFetch.Unreadable(path, StatusOf(reading), reading.Describe());

    private static ResumeStatus StatusOf(DocumentReading reading) =>
        reading switch
        {
            { Verdict: DocumentVerdict.NeedsOcr } => ResumeStatus.NeedsOcr,
            { Verdict: DocumentVerdict.Quarantined } => ResumeStatus.Quarantined,
            { NeedsPassword: true } => ResumeStatus.Encrypted,
            _ => ResumeStatus.Unreadable,
        };

    private static bool IsPicture(string? extension) =>
        extension is "jpg" or "jpeg" or "png" or "gif" or "tif" or "tiff";

    private static ResumeFetch FromParsed(string path, LeverResume resume) =>
        ParsedResumeText.Write(resume.ParsedData) is { Length: > 0 } text
            ? new ResumeFetch.Found(path, text, "parsed", [])
            : new ResumeFetch.Unreadable(path, ResumeStatus.NotProcessed, "there is neither a file nor parsed data");

    private sealed record Look(
        ILeverClient Lever,
        string OpportunityId,
        string? KnownPath,
        bool GivesUp,
        LeverPriority Priority
    )
    {
        public string PathOf(string documentId) => $"{OpportunityId}/{documentId}";
    }
}
