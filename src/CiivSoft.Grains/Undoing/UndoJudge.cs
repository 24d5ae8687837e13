using CiivSoft.Grains.Effects;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Undoing;

/// <summary>
/// Whether a person has touched since what we did, by all that can be read: stage, archive, sources, notes of others, and,
/// for what Lever shows no history of (owner, tags, followers, snooze, messages), its times of change. In doubt it was touched.
/// </summary>
internal static class UndoJudge
{
    // Lever dates one write in several fields, some milliseconds apart; one of ours may take this long in all.
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(1);

    public static UndoJudgement Judge(UndoRow action, UndoView view, UndoIds ids) =>
        view.Seen switch
        {
            null => Left("The opportunity is gone, or hidden from the key."),
            { IsAnonymized: true } => Left("The person was anonymised."),
            { } seen when action.Kind == EffectKind.Move => JudgeMove(seen, view, ids),
            { } seen => JudgeLead(action, seen, view, ids),
        };

    private static UndoJudgement JudgeMove(LeverOpportunity seen, UndoView view, UndoIds ids)
    {
        var ours = LastIndex(seen.StageChanges, c => c.ToStageId == ids.ScreenedStage && c.UserId == ids.ServiceUser);
        if (ids.ScreenedStage is null || ours < 0)
        {
            return Left("Lever shows no move of ours to the screened stage.");
        }

        if (seen.Archived is not null)
        {
            return Left("A person archived it.");
        }

        var later = seen.StageChanges.Skip(ours + 1).ToList();
        if (
            later is [{ UserId: { } user, ToStageId: { } to }]
            && user == ids.ServiceUser
            && to == ids.NewApplicantStage
        )
        {
            return new UndoJudgement.IsUndone();
        }

        return seen.StageId != ids.ScreenedStage || later.Count > 0
            ? Left("A person moved it since.")
            : JudgeTouches(seen, view, ids, seen.StageChanges[ours].UpdatedAt);
    }

    private static UndoJudgement JudgeLead(UndoRow action, LeverOpportunity seen, UndoView view, UndoIds ids)
    {
        if (!IsMarked(action, seen, ids))
        {
            return Left("It does not carry our mark: source, posting and service user.");
        }

        if (seen.Archived is { } archived)
        {
            return archived.ReasonId is { } reason && reason == ids.WithdrawReason
                ? new UndoJudgement.IsUndone()
                : Left("A person archived it.");
        }

        return seen.StageId != LeverStage.NewLead || seen.StageChanges.Any(c => c.UserId != ids.ServiceUser)
            ? Left("A person moved it since.")
            : JudgeTouches(seen, view, ids, seen.CreatedAt);
    }

    private static bool IsMarked(UndoRow action, LeverOpportunity seen, UndoIds ids) =>
        seen.ContactId == action.Subject
        && seen.Applications.Any(a => a.PostingId == action.Target)
        && seen.Sources.Contains(LeadSources.Of(action.Solution), StringComparer.Ordinal)
        && (seen.SourcedById ?? (seen.StageChanges is [var first, ..] ? first.UserId : null)) == ids.ServiceUser;

    private static UndoJudgement JudgeTouches(LeverOpportunity seen, UndoView view, UndoIds ids, DateTimeOffset? doneAt)
    {
        if (doneAt is not { } since)
        {
            return Left("Lever does not say when we did it.");
        }

        var comments = view
            .Notes.SelectMany(n => n.Fields.Select(c => (Text: c, At: c.CreatedAt ?? n.CreatedAt)))
            .ToList();
        var isOurs = (LeverComment c) =>
            c.UserId == ids.ServiceUser && NoteRefs.Of(c.Value) is { } r && view.OurRefs.Contains(r);
        if (comments.Any(c => !(c.At < since) && !isOurs(c.Text)))
        {
            return Left("A person wrote a note on it since.");
        }

        var lastOurs = comments.Where(c => isOurs(c.Text)).Select(c => c.At).Append(view.TaggedAt).Append(since).Max();
        var changedAt = new[] { seen.UpdatedAt, seen.LastInteractionAt, seen.LastAdvancedAt }.Max();
        return changedAt > lastOurs + SameMoment
            ? Left("It was changed since: owner, tags, followers, a message or the like.")
            : new UndoJudgement.Clear();
    }

    private static UndoJudgement.LeftAlone Left(string reason) => new(reason);

    private static int LastIndex(IReadOnlyList<LeverStageChange> changes, Func<LeverStageChange, bool> isWanted)
    {
        for (var i = changes.Count - 1; i >= 0; i--)
        {
            if (isWanted(changes[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
