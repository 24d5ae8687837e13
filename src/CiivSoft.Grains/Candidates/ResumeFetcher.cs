using CiivSoft.Documents;
using CiivSoft.Lever;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Grains.Candidates;

/// <summary>
/// Finds and reads the newest résumé on a person's opportunities. A file is fetched only where Lever's parsed data does not
/// tell enough.
/// </summary>
internal sealed class ResumeFetcher(IDocumentReader documents)
{
    /// <summary>Lever's own limit for a file.</summary>
    public const long MaxBytes = 30_000_000;

    private const int MaxOpportunities = 5;

    /// <summary>Looks through the opportunities in the order given.</summary>
    /// <exception cref="LeverException">Lever could not be read.</exception>
    public async Task<ResumeFetch> FetchAsync(
        ILeverClient lever,
        IReadOnlyList<string> opportunityIds,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        ResumeFetch.Unreadable? unreadable = null;
        foreach (var opportunityId in opportunityIds.Take(MaxOpportunities))
        {
            var page = await lever.ListResumesAsync(opportunityId, priority, cancellationToken);
            foreach (var resume in page.Items.OrderByDescending(r => r.File?.UploadedAt ?? r.CreatedAt))
            {
                switch (await ReadAsync(lever, opportunityId, resume, priority, cancellationToken))
                {
                    case ResumeFetch.Found found:
                        return found;
                    case ResumeFetch.Unreadable failed:
                        unreadable ??= failed;
                        break;
                    default:
                        // Newer than what we have, and on its way: an older one must not be judged in its place.
                        return new ResumeFetch.NotYet(IsProcessing: true);
                }
            }
        }

        return unreadable is null ? new ResumeFetch.NotYet(IsProcessing: false) : unreadable;
    }

    private async Task<ResumeFetch> ReadAsync(
        ILeverClient lever,
        string opportunityId,
        LeverResume resume,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var path = $"{opportunityId}/{resume.Id}";
        if (resume.File is null || ParsedResumeText.Suffices(resume.ParsedData))
        {
            return FromParsed(path, resume);
        }

        if (resume.File.IsProcessing)
        {
            return new ResumeFetch.NotYet(IsProcessing: true);
        }

        var download = await lever.DownloadResumeAsync(opportunityId, resume.Id, MaxBytes, priority, cancellationToken);
        return download switch
        {
            LeverDownload.Content content => await FromFileAsync(path, resume, content, cancellationToken),
            LeverDownload.TooLarge => OrParsed(path, resume, DocumentVerdict.Quarantined, "larger than 30 MB"),
            LeverDownload.Unprocessable => OrParsed(
                path,
                resume,
                DocumentVerdict.Unreadable,
                "Lever could not process it"
            ),
            _ => OrParsed(path, resume, DocumentVerdict.Unreadable, "the file is missing in Lever"),
        };
    }

    private async Task<ResumeFetch> FromFileAsync(
        string path,
        LeverResume resume,
        LeverDownload.Content content,
        CancellationToken cancellationToken
    )
    {
        var reading = await documents.ReadAsync(content.Bytes, resume.File?.Name ?? "", cancellationToken);
        return reading.IsParsed
            ? new ResumeFetch.Found(path, reading.Text, "file", reading.Warnings)
            : OrParsed(path, resume, reading.Verdict, reading.Describe());
    }

    private static ResumeFetch FromParsed(string path, LeverResume resume) =>
        ParsedResumeText.Write(resume.ParsedData) is { Length: > 0 } text
            ? new ResumeFetch.Found(path, text, "parsed", [])
            : new ResumeFetch.Unreadable(path, DocumentVerdict.Unreadable, "there is neither a file nor parsed data");

    // Parsed data alone is enough to judge on where the file itself gives no text.
    private static ResumeFetch OrParsed(string path, LeverResume resume, DocumentVerdict verdict, string reason) =>
        ParsedResumeText.Write(resume.ParsedData) is { Length: > 0 } text
            ? new ResumeFetch.Found(path, text, "parsed", [])
            : new ResumeFetch.Unreadable(path, verdict, reason);
}
