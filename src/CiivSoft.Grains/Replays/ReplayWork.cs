using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Replays;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Postings;
using CiivSoft.Grains.Switches;
using CiivSoft.Matching;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Resumes;

namespace CiivSoft.Grains.Replays;

/// <summary>Scores past applications with what was known then, as far as it is still known.</summary>
internal sealed class ReplayWork(
    ApplicationQueries applications,
    IMirrorStore mirror,
    IResumeStore resumes,
    PostingCatalog catalog,
    IMatchingEngine engine
)
{
    // A résumé takes some milliseconds to read: about a second a page.
    private const int PageSize = 200;

    public async Task<ReplayPage> ReadPageAsync(
        AccountKey account,
        ImmutableArray<StageInfo> stages,
        AccountSettings settings,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var rows = await applications.PageAsync(account, after, PageSize, cancellationToken);
        var outcomes = new RecruiterOutcomes(stages, settings.ScreenedStage);
        var known = await LoadAsync(account, rows, cancellationToken);
        var replayed = new List<ReplayedApplication>();
        foreach (var row in rows)
        {
            if (outcomes.Of(row) is { } outcome)
            {
                replayed.Add(Replay(row, outcome, known));
            }
        }

        return new ReplayPage
        {
            Applications = [.. replayed],
            Next = rows.Count < PageSize ? null : rows[^1].OpportunityId,
            Bar = Bars.Fiilter(engine, settings),
            ModelVersion = engine.ModelVersion,
            PolicyVersion = engine.PolicyVersion,
        };
    }

    private ReplayedApplication Replay(OpportunityRow row, RecruiterOutcome outcome, Known known)
    {
        var posting = known.Postings.GetValueOrDefault(row.PostingId!); // The query asks for applications to a posting.
        var contact = known.Contacts.GetValueOrDefault(row.ContactId);
        var resume = known.Resumes.GetValueOrDefault(row.ContactId);
        var gap =
            posting is null ? ReplayGap.NoPosting
            : resume is null || contact is null ? ReplayGap.NoResume
            : WasKnown(contact, row, known.Sources) ? ReplayGap.None
            : ReplayGap.ResumeIsNewer;
        var score = gap == ReplayGap.None ? engine.Score(posting!.Profile, resume!) : null;
        return new ReplayedApplication
        {
            OpportunityId = row.OpportunityId,
            PostingId = row.PostingId!,
            AppliedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAtMs),
            Outcome = outcome,
            Score = score is MatchScore.Judgeable judged ? judged.Value : null,
            Gap = score is MatchScore.Unjudgeable ? ReplayGap.NotJudgeable : gap,
            IsPostingEdited = posting?.Row.UpdatedAtMs > row.CreatedAtMs,
        };
    }

    // Which file was read is known by the opportunity it was attached to; a later opportunity's came later.
    private static bool WasKnown(
        ContactRow contact,
        OpportunityRow application,
        IReadOnlyDictionary<string, OpportunityRow> sources
    ) =>
        SourceOf(contact) is { } source
        && (
            source == application.OpportunityId
            || sources.GetValueOrDefault(source) is { } opportunity
                && opportunity.CreatedAtMs <= application.CreatedAtMs
        );

    private static string? SourceOf(ContactRow contact) =>
        contact.ResumeId?.Split('/')[0] is { Length: > 0 } opportunity ? opportunity : null;

    private async Task<Known> LoadAsync(
        AccountKey account,
        IReadOnlyList<OpportunityRow> rows,
        CancellationToken cancellationToken
    )
    {
        var contactIds = rows.Select(r => r.ContactId).Distinct().ToList();
        var contacts = await mirror.FindContactsAsync(account, contactIds, cancellationToken);
        var sources = contacts.Values.Select(SourceOf).OfType<string>().Distinct().ToList();
        var postingIds = rows.Select(r => r.PostingId).OfType<string>().Distinct().ToList();
        var postings = new Dictionary<string, OpenPosting>(StringComparer.Ordinal);
        foreach (var (id, row) in await mirror.FindPostingsAsync(account, postingIds, cancellationToken))
        {
            postings[id] = await catalog.ReadAsync(account, row, cancellationToken);
        }

        return new Known(
            contacts,
            await mirror.FindOpportunitiesAsync(account, sources, cancellationToken),
            postings,
            await ReadResumesAsync(account, contactIds, cancellationToken)
        );
    }

    private async Task<Dictionary<string, ResumeProfile>> ReadResumesAsync(
        AccountKey account,
        List<string> contactIds,
        CancellationToken cancellationToken
    )
    {
        var texts = await resumes.LoadAsync(account, contactIds, cancellationToken);
        await engine.PrepareAsync([], texts.Select(ResumeReading.SourceOf), cancellationToken);
        return texts.ToDictionary(
            text => text.ContactId,
            text => engine.ReadResume(ResumeReading.SourceOf(text)),
            StringComparer.Ordinal
        );
    }

    private sealed record Known(
        IReadOnlyDictionary<string, ContactRow> Contacts,
        IReadOnlyDictionary<string, OpportunityRow> Sources,
        IReadOnlyDictionary<string, OpenPosting> Postings,
        IReadOnlyDictionary<string, ResumeProfile> Resumes
    );
}
