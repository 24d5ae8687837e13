using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Lever;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Grains.Accounts;

/// <summary>Asks Lever, harmlessly, what a key may read. Writes have no harmless probe: they are known once used.</summary>
internal sealed class Preflighter(ILeverClient lever, AccountSettings settings, string serviceUser, TimeProvider clock)
{
    /// <summary>What a right is needed by without which the product cannot work at all.</summary>
    public const string Everything = "everything";

    private static readonly (LeverRoute Route, string NeededBy)[] Writes =
    [
        (LeverRoute.MoveToStage, "FiiLTER"),
        (LeverRoute.AddNote, "ARKiiVE, FiiLTER and REFiiNE"),
        (LeverRoute.CreateOpportunity, "ARKiiVE and REFiiNE"),
        (LeverRoute.AddTags, "recommending where leads may not be made"),
    ];

    private const LeverPriority Urgent = LeverPriority.Effect;

    private readonly List<RightCheck> _rights = [];
    private LeverException? _fatal;
    private RightState _confidential;

    /// <summary>Stages as read; empty when they could not be.</summary>
    public ImmutableArray<StageInfo> Stages { get; private set; } = [];

    /// <summary>The archive reason that means hired; null when the key may not read them.</summary>
    public string? HiredReasonId { get; private set; }

    /// <summary>Asks. Not connected when the key is refused, or Lever cannot be reached, or stages, postings or opportunities cannot be read.</summary>
    public async Task<Preflight> RunAsync(CancellationToken cancellationToken)
    {
        await AskAsync(LeverRoute.ListStages, "FiiLTER", () => ReadStagesAsync(cancellationToken));
        if (_fatal is null)
        {
            LeverPosting? posting = null;
            await AskAsync(
                LeverRoute.ListPostings,
                Everything,
                async () => posting = await FirstAsync(ListPostingsAsync(cancellationToken))
            );
            LeverOpportunity? sample = null;
            await AskAsync(
                LeverRoute.ListOpportunities,
                Everything,
                async () => sample = await FirstAsync(ListOpportunitiesAsync(cancellationToken))
            );
            await AskAsync(
                LeverRoute.ListDeletedOpportunities,
                "erasing what Lever deleted",
                () =>
                    FirstAsync(
                        lever.ListDeletedOpportunitiesAsync(clock.GetUtcNow(), LeverPriority.Effect, cancellationToken)
                    )
            );
            if (posting is not null)
            {
                await AskAsync(
                    LeverRoute.GetPosting,
                    "every lead and move",
                    () => lever.GetPostingAsync(posting.Id, Urgent, cancellationToken)
                );
            }

            if (sample is not null)
            {
                await AskAboutAsync(sample.Id, cancellationToken);
            }

            if (_rights.Exists(r => r.Name == LeverRoute.ListOpportunities.Right && r.State == RightState.Present))
            {
                await AskForConfidentialAsync(cancellationToken);
            }

            await ReadHiredReasonAsync(cancellationToken);
        }

        return Result();
    }

    private async Task ReadStagesAsync(CancellationToken cancellationToken)
    {
        var page = await lever.ListStagesAsync(LeverPriority.Effect, cancellationToken);
        Stages = [.. page.Items.Select(s => new StageInfo(s.Id, s.Text))];
    }

    // A missing right (403) is told before a missing record (404): no résumé and no file has an opportunity's id, so asking
    // for it downloads nothing.
    private async Task AskAboutAsync(string opportunityId, CancellationToken cancellationToken)
    {
        (LeverRoute Route, string NeededBy, Func<Task> Ask)[] reads =
        [
            (
                LeverRoute.GetOpportunity,
                "FiiLTER",
                () => lever.GetOpportunityAsync(opportunityId, Urgent, cancellationToken)
            ),
            (
                LeverRoute.ListResumes,
                Everything,
                () => lever.ListResumesAsync(opportunityId, Urgent, cancellationToken)
            ),
            (
                LeverRoute.DownloadResume,
                "résumés that Lever did not parse",
                () => lever.DownloadResumeAsync(opportunityId, opportunityId, maxBytes: 1, Urgent, cancellationToken)
            ),
            (
                LeverRoute.ListNotes,
                "finding our notes again after a lost answer",
                () => lever.ListNotesAsync(opportunityId, Urgent, cancellationToken)
            ),
            (
                LeverRoute.ListOffers,
                "telling who was hired",
                () => lever.ListOffersAsync(opportunityId, Urgent, cancellationToken)
            ),
            (
                LeverRoute.ListFiles,
                "résumés that were attached as files",
                () => lever.ListFilesAsync(opportunityId, Urgent, cancellationToken)
            ),
            (
                LeverRoute.DownloadFile,
                "résumés that were attached as files",
                () => lever.DownloadFileAsync(opportunityId, opportunityId, maxBytes: 1, Urgent, cancellationToken)
            ),
        ];
        foreach (var (route, neededBy, ask) in reads)
        {
            await AskAsync(route, neededBy, ask);
        }
    }

    // An extra right: without it, who was hired is told by offers and the offer stage.
    private async Task ReadHiredReasonAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reasons = await lever.ListArchiveReasonsAsync(LeverPriority.Effect, cancellationToken);
            HiredReasonId = reasons.Items.FirstOrDefault(r => r.IsHired)?.Id;
            _rights.Add(Optional(LeverRoute.ListArchiveReasons, RightState.Present));
        }
        catch (LeverException refused) when (refused.IsMissingRight)
        {
            HiredReasonId = null;
            _rights.Add(Optional(LeverRoute.ListArchiveReasons, RightState.Missing));
        }
        catch (LeverException failed) when (failed.IsTransient)
        {
            _fatal = failed;
        }
    }

    private static RightCheck Optional(LeverRoute route, RightState state) =>
        new(route.Right, state, "undo of leads; telling who was hired") { IsOptional = true };

    // A key without it is refused where everything is asked for; what it may see without is not affected.
    private async Task AskForConfidentialAsync(CancellationToken cancellationToken)
    {
        var query = new OpportunityQuery { Confidentiality = LeverConfidentiality.All };
        try
        {
            await FirstAsync(lever.ListOpportunitiesAsync(query, Urgent, cancellationToken));
            _confidential = RightState.Present;
        }
        catch (LeverException refused) when (refused.Status == 403)
        {
            _confidential = RightState.Missing;
        }
        catch (LeverException failed)
        {
            _fatal = failed;
        }
    }

    private async Task AskAsync(LeverRoute route, string neededBy, Func<Task> ask)
    {
        if (_fatal is not null)
        {
            return;
        }

        try
        {
            await ask();
            _rights.Add(new RightCheck(route.Right, RightState.Present, neededBy));
        }
        catch (LeverException refused) when (refused.IsMissingRight && !refused.IsUnauthorized)
        {
            _rights.Add(new RightCheck(route.Right, RightState.Missing, neededBy));
        }
        catch (LeverException failed)
        {
            _fatal = failed;
        }
    }

    private IAsyncEnumerable<LeverPage<LeverPosting>> ListPostingsAsync(CancellationToken cancellationToken) =>
        lever.ListPostingsAsync(new PostingQuery(), LeverPriority.Effect, cancellationToken);

    private IAsyncEnumerable<LeverPage<LeverOpportunity>> ListOpportunitiesAsync(CancellationToken cancellationToken) =>
        lever.ListOpportunitiesAsync(new OpportunityQuery(), LeverPriority.Effect, cancellationToken);

    private static async Task<T?> FirstAsync<T>(IAsyncEnumerable<LeverPage<T>> pages)
        where T : class
    {
        await foreach (var page in pages)
        {
            return page.Items is [var first, ..] ? first : null;
        }

        return null;
    }

    private Preflight Result()
    {
        var now = clock.GetUtcNow();
        var findings = new List<Finding>();
        if (_fatal is { } fatal)
        {
            findings.Add(
                fatal.IsUnauthorized ? AccountFindings.NotAccepted(now) : AccountFindings.Unavailable(fatal, now)
            );
            return PreflightObstacles.AddTo(new Preflight(false, [.. _rights], [.. findings]), settings, now);
        }

        var missing = _rights.Where(r => r is { State: RightState.Missing, IsOptional: false }).ToList();
        findings.AddRange(missing.Select(r => AccountFindings.MissingRight(r.Name, now)));
        var screened = LeverStages.FindScreened(Stages, settings.ScreenedStage);
        if (screened is null)
        {
            findings.Add(AccountFindings.MissingStage(settings.ScreenedStage, now));
        }

        var writes = Writes
            .Select(w => new RightCheck(w.Route.Right, RightState.NotYetKnown, w.NeededBy))
            .Append(
                Optional(LeverRoute.ArchiveOpportunity, RightState.NotYetKnown) with
                {
                    NeededBy = "undo of leads",
                }
            );
        var preflight = new Preflight(
            missing.TrueForAll(r => r.NeededBy != Everything),
            [.. _rights, .. writes],
            [.. findings]
        )
        {
            ScreenedStageId = screened?.StageId,
            ServiceUser = serviceUser,
            ConfidentialAccess = _confidential,
        };
        return PreflightAdvice.AddTo(PreflightObstacles.AddTo(preflight, settings, now), now);
    }
}
