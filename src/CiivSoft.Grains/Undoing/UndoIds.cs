namespace CiivSoft.Grains.Undoing;

/// <summary>Ids of the account that the judgement needs.</summary>
/// <param name="ServiceUser">Who our writes are made as.</param>
/// <param name="ScreenedStage">The stage that FiiLTER moves to.</param>
/// <param name="NewApplicantStage">The stage it takes from.</param>
/// <param name="WithdrawReason">The archive reason of undo; null when there is none.</param>
internal sealed record UndoIds(
    string ServiceUser,
    string? ScreenedStage,
    string NewApplicantStage,
    string? WithdrawReason
);
