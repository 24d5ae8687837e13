using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Scans;
using CiivSoft.Lever;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Effects;

/// <summary>Moves an application to CiiVSOFT SCREENED, if it still stands in New applicant where it was seen.</summary>
internal sealed class MoveEffects(
    AccountContext account,
    FreshPostings postings,
    FreshPeople people,
    FreshApplications applications,
    Adoption adoption,
    EffectHolds holds
)
{
    private const int Tries = 3;

    public async Task<EffectSettlement> PerformAsync(
        EffectRow effect,
        EffectRound round,
        CancellationToken cancellationToken
    )
    {
        var connection = account.Connection!;
        if (LeverStages.FindScreened(account.State.Stages, account.State.Settings.ScreenedStage) is not { } screened)
        {
            return EffectSettlements.Blocked(effect, EffectReasons.StageMissing);
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var (seen, readAt) =
                effect.State == EffectState.Unknown
                    ? (await FindInDoubtAsync(effect, round, cancellationToken), account.Now)
                    : await applications.ReadAsync(effect.Subject, effect.ContactId, cancellationToken);
            if (await JudgeAsync(effect, seen, screened.StageId, cancellationToken) is { } settled)
            {
                return settled;
            }

            await round.Permits.WaitAsync(cancellationToken);
            if (account.Now - readAt > Freshness.Limit || !postings.IsFresh(effect.PostingId ?? ""))
            {
                continue;
            }

            if (holds.BeforeSending(effect) is { } held)
            {
                return held;
            }

            var sentAt = account.Now;
            applications.Forget(effect.Subject);
            var outcome = await connection.PrepaidLever.MoveToStageAsync(
                effect.Subject,
                screened.StageId,
                LeverPriority.Effect,
                cancellationToken
            );
            return EffectSettlements.After(effect, outcome, sentAt, account.Now, account.Times);
        }

        return Freshness.TryLater(effect, account.Now);
    }

    // Together with others in doubt. Where it is not listed: to conclude that it is gone takes a look at it alone.
    private async Task<LeverOpportunity?> FindInDoubtAsync(
        EffectRow effect,
        EffectRound round,
        CancellationToken cancellationToken
    )
    {
        var seen = await people.ReadSinceAsync(
            round.BeganAt,
            effect.ContactId,
            round.ContactsInDoubtBeside(effect),
            cancellationToken
        );
        return seen.Items.FirstOrDefault(o => o.Id == effect.Subject)
            ?? await ReadAsync(effect.Subject, effect.ContactId, account.Connection!.Lever, cancellationToken);
    }

    // What became confidential is refused like a missing right, but no longer listed either: then it is gone for us.
    internal static async Task<LeverOpportunity?> ReadAsync(
        string opportunityId,
        string contactId,
        ILeverClient lever,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await lever.GetOpportunityAsync(opportunityId, LeverPriority.Effect, cancellationToken);
        }
        catch (LeverException refused) when (refused.IsMissingRight && !refused.IsUnauthorized)
        {
            var query = new OpportunityQuery { ContactIds = [contactId] };
            await foreach (var page in lever.ListOpportunitiesAsync(query, LeverPriority.Effect, cancellationToken))
            {
                if (page.Items.Any(o => o.Id == opportunityId))
                {
                    throw;
                }

                page.RequireWhole(LeverRoute.ListOpportunities);
            }

            return null;
        }
    }

    // Null: the application stands where it was seen and may be moved now.
    private async Task<EffectSettlement?> JudgeAsync(
        EffectRow effect,
        LeverOpportunity? seen,
        string screenedStageId,
        CancellationToken cancellationToken
    )
    {
        if (seen is null || OpportunityMapping.ToRow(seen, account.Now) is not { } row)
        {
            return EffectSettlements.Overtaken(effect, "The opportunity is gone, or hidden from the key.");
        }

        if (MoveByUs(seen, screenedStageId) is { } move)
        {
            return await adoption.SettleAsync(effect, seen.Id, move.UpdatedAt, cancellationToken);
        }

        // Before what a person did: while Lever may still do it, it must not be given up.
        if (effect.State == EffectState.Unknown)
        {
            return EffectSettlements.Absent(effect, account.Now, account.Times);
        }

        if (ChangedByPerson(row, effect, account.State) is { } reason)
        {
            return EffectSettlements.Overtaken(effect, reason);
        }

        return
            effect.PostingId is { } posting && await postings.ReadAsync(posting, cancellationToken) is { IsOpen: true }
            ? EffectSettlements.HeldBy(effect, postings.TaggedAs(posting))
            : EffectSettlements.Overtaken(effect, EffectReasons.PostingClosed);
    }

    /// <summary>What a person did that speaks against the move; null for nothing.</summary>
    internal static string? ChangedByPerson(OpportunityRow row, EffectRow effect, AccountState state)
    {
        var newApplicant = LeverStages.FindNewApplicant(state.Stages)?.StageId ?? LeverStage.NewApplicant;
        return row switch
        {
            { IsAnonymized: true } => "The person was anonymised.",
            { ArchivedAtMs: not null } => "A person archived the opportunity.",
            { HasOptedOut: true } => "The person opted out.",
            { ConsentRefused: true } => "The person's consent ended.",
            { IsConfidential: true } when !state.Settings.IncludeConfidential => "The opportunity is confidential now.",
            _ when row.StageId != newApplicant => "A person moved the opportunity.",
            _ when row.PostingId != effect.PostingId => "The application is on another posting now.",
            _ => null,
        };
    }

    // Wherever a person moved it afterwards: what we wanted was done once, and is not done again.
    private LeverStageChange? MoveByUs(LeverOpportunity seen, string screenedStageId) =>
        seen.StageChanges.LastOrDefault(c =>
            c.ToStageId == screenedStageId && c.UserId == account.Connection!.Record.ServiceUser
        );
}
