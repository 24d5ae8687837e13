using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Lever;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Undoing;

/// <summary>Reads from Lever what undoing an action rests on, and judges it.</summary>
internal sealed class UndoLook(AccountContext account, IEffectStore effects, UndoQueries queries)
{
    private static readonly TimeSpan ReasonsKeep = TimeSpan.FromMinutes(1);

    private (string Wanted, string? Id, DateTimeOffset Until)? _reason;

    /// <summary>The archive reason that is configured, by its id; null when none is, or Lever has no such active one that does not mean hired.</summary>
    /// <exception cref="LeverException">The reasons could not be read.</exception>
    public async Task<string?> FindReasonAsync(CancellationToken cancellationToken)
    {
        if (account.State.Settings.WithdrawReason is not { } wanted)
        {
            return null;
        }

        if (_reason is { } known && known.Wanted == wanted && account.Now < known.Until)
        {
            return known.Id;
        }

        var reasons = await account.Connection!.Lever.ListArchiveReasonsAsync(LeverPriority.Effect, cancellationToken);
        var found = reasons
            .Items.Where(r => !r.IsHired && r.Type is not null && r.Status is null or "active")
            .FirstOrDefault(r => r.Id == wanted || string.Equals(r.Text, wanted, StringComparison.OrdinalIgnoreCase));
        _reason = (wanted, found?.Id, account.Now + ReasonsKeep);
        return found?.Id;
    }

    /// <summary>Looks at an action. Notes come first, so that the opportunity is the freshest of what was read.</summary>
    /// <param name="action">What is undone.</param>
    /// <param name="reasonId">The archive reason of undo.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LeverException">Lever could not be read.</exception>
    public async Task<UndoJudgement> LookAsync(UndoRow action, string? reasonId, CancellationToken cancellationToken)
    {
        if (action.OpportunityId is not { } opportunityId)
        {
            return new UndoJudgement.LeftAlone("It is not recorded which opportunity it was.");
        }

        var connection = account.Connection!;
        var notes = await connection.Lever.ListNotesAsync(opportunityId, LeverPriority.Effect, cancellationToken);
        notes?.RequireWhole(LeverRoute.ListNotes);
        var seen = notes is null
            ? null
            : await MoveEffects.ReadAsync(opportunityId, action.ContactId, connection.Lever, cancellationToken);
        var written = notes?.Items ?? [];
        var view = new UndoView(
            seen,
            [.. written.Where(n => n.DeletedAt is null)],
            await effects.KnownRefsAsync(account.Key, NoteRefs.In(written), cancellationToken),
            await queries.TaggedAtAsync(account.Key, opportunityId, cancellationToken)
        );
        var ids = new UndoIds(
            connection.Record.ServiceUser,
            LeverStages.FindScreened(account.State.Stages, account.State.Settings.ScreenedStage)?.StageId,
            NewApplicantStage,
            reasonId
        );
        return UndoJudge.Judge(action, view, ids);
    }

    /// <summary>Where applications are put back to.</summary>
    public string NewApplicantStage =>
        LeverStages.FindNewApplicant(account.State.Stages)?.StageId ?? LeverStage.NewApplicant;
}
