using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Postings;
using CiivSoft.Dashboard.Access;
using CiivSoft.Dashboard.Views;

namespace CiivSoft.Dashboard.Live;

/// <content>What postings ask for, and how far they take part.</content>
internal sealed partial class Operations
{
    private const string ChangedMeanwhile =
        "Somebody else changed them meanwhile. What you see now is theirs; make your change again.";

    /// <summary>What a posting asks for; null when that is not known.</summary>
    public async Task<RequirementSheet?> RequirementsAsync(PostingKey posting)
    {
        RequirementSheet? sheet = null;
        await TryAsync(
            posting.Account,
            Roles.Viewer,
            "read requirements",
            async _ =>
            {
                sheet = await Posting(posting).GetRequirementsAsync();
                return new Outcome(true, "");
            }
        );
        return sheet;
    }

    /// <summary>Changes what a posting asks for; the answer is null when it was not asked.</summary>
    public async Task<(RequirementsAnswer? Answer, Outcome Outcome)> ChangeRequirementsAsync(
        PostingKey posting,
        EditedRequirements edited,
        CancellationToken cancellationToken
    )
    {
        RequirementsAnswer? answer = null;
        var outcome = await TryAsync(
            posting.Account,
            Roles.Operator,
            "changed requirements",
            async user =>
            {
                var change = edited.Change(user.Identity?.Name ?? "somebody");
                answer = await Posting(posting).ChangeRequirementsAsync(change, cancellationToken);
                return Said(answer);
            }
        );
        return (answer, outcome);
    }

    /// <summary>Off, shadow or live for a posting; null takes back what was set.</summary>
    public Task<Outcome> SetPostingModeAsync(PostingKey posting, RunMode? mode, CancellationToken cancellationToken) =>
        DoAsync(
            posting.Account,
            mode is { } set
                ? $"switched posting {posting.PostingId} to {Words.Mode(set)}"
                : $"took back the switch of posting {posting.PostingId}",
            a => a.SetPostingModeAsync(posting.PostingId, mode, cancellationToken),
            cancellationToken
        );

    private IPostingGrain Posting(PostingKey posting) => grains.GetGrain<IPostingGrain>(posting.ToString());

    private static Outcome Said(RequirementsAnswer? answer) =>
        answer?.Outcome switch
        {
            null => new Outcome(false, "This posting is not known any more."),
            RequirementsOutcome.Changed => new Outcome(
                true,
                $"Saved as version {answer.Sheet.Version}. What is decided from now on uses it; earlier decisions stay as they are."
            ),
            RequirementsOutcome.Unchanged => new Outcome(true, "Nothing was different, so nothing was changed."),
            RequirementsOutcome.Conflict => new Outcome(false, ChangedMeanwhile),
            RequirementsOutcome.Refused => new Outcome(
                false,
                "Not saved: a criterion stands for something that the law protects. See below what may be asked instead."
            ),
            _ => new Outcome(false, $"Not saved: {answer.Problem}"),
        };
}
