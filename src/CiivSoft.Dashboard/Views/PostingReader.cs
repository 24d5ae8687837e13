using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Dashboard.Views;

/// <summary>Collects what is known of a posting.</summary>
internal sealed class PostingReader(
    IMirrorStore mirror,
    DecisionQueries decisions,
    IDecisionStore runs,
    PostingQueries postings,
    PersonNames names
)
{
    private const int DecisionsShown = 50;

    public async Task<PostingModel?> ReadAsync(
        AccountKey account,
        string postingId,
        CancellationToken cancellationToken
    )
    {
        if (await mirror.FindPostingAsync(account, postingId, cancellationToken) is not { } posting)
        {
            return null;
        }

        var filter = new DecisionFilter { PostingId = postingId };
        var lines = await decisions.PageAsync(account, filter, before: null, DecisionsShown, cancellationToken);
        var ran = await runs.RunsAsync(account, postingId, cancellationToken);
        return new PostingModel
        {
            Title = posting.Title,
            State = posting.State,
            IsOpen = posting.IsOpen,
            Location = posting.Location,
            Url = WebAddress(posting.Url),
            Text = posting.Text,
            Requirements = await RequirementsAsync(account, lines, cancellationToken),
            Runs = [.. ran.OrderByDescending(r => r.Run).Select(Funnel.Of)],
            Feedback = await postings.FeedbackAsync(account, postingId, cancellationToken),
            Decisions = lines,
            Names = await names.ReadAsync(account, lines.Select(l => l.ContactId), cancellationToken),
        };
    }

    // An address out of Lever becomes a link only if it is one of the web: no script is ever followed.
    private static Uri? WebAddress(Uri? url) => url is { IsAbsoluteUri: true, Scheme: "https" or "http" } ? url : null;

    // The requirements are drafted from the text when somebody is judged, and kept with each decision.
    private async Task<IReadOnlyList<EvidenceRequirement>> RequirementsAsync(
        AccountKey account,
        IReadOnlyList<DecisionLine> lines,
        CancellationToken cancellationToken
    )
    {
        foreach (var line in lines.Where(l => l.Score is not null).Take(1))
        {
            var decision = await decisions.FindAsync(account, line.DecisionId, cancellationToken);
            return [.. Evidence.Read(decision?.EvidenceJson)?.Findings.Select(f => f.Requirement) ?? []];
        }

        return [];
    }
}
