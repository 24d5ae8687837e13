using CiivSoft.Abstractions.Accounts;
using CiivSoft.Lever;

namespace CiivSoft.Grains.Accounts;

/// <summary>What keeps an account from going live. A right that only something needs is none: it stops that alone, and says so.</summary>
internal static class PreflightObstacles
{
    public static Preflight AddTo(Preflight preflight, AccountSettings settings, DateTimeOffset now) =>
        preflight with
        {
            Obstacles = [.. preflight.Findings.Select(f => Of(f, preflight, settings, now)).OfType<Finding>()],
        };

    private static Finding? Of(Finding finding, Preflight preflight, AccountSettings settings, DateTimeOffset now) =>
        finding.Code switch
        {
            AccountFindings.KeyRefused => AccountFindings.Refused(now),
            AccountFindings.LeverUnavailable => new Finding(
                AccountFindings.LeverUnavailable,
                "Lever does not answer as it should, so that the key cannot be checked.",
                "Go live again when Lever answers.",
                now
            ),
            AccountFindings.StageMissing when NeedsStage(preflight, settings) => new Finding(
                AccountFindings.StageMissing,
                $"Lever has no stage named '{settings.ScreenedStage}', to which FiiLTER moves matches.",
                $"In Lever, add a stage named '{settings.ScreenedStage}' after New applicant (Settings > Pipeline) and go live again. "
                    + "To go live without FiiLTER, switch it off or to shadow.",
                now
            ),
            _ => preflight.Rights.Any(r =>
                IsNeededByEverything(r) && finding.Code == AccountFindings.RightMissing + r.Name
            )
                ? finding
                : null,
        };

    // Whoever may not read the stages does not know that it is missing.
    private static bool NeedsStage(Preflight preflight, AccountSettings settings) =>
        settings.Solutions.Fiilter == RunMode.Live
        && preflight.Rights.Any(r => r.Name == LeverRoute.ListStages.Right && r.State == RightState.Present);

    private static bool IsNeededByEverything(RightCheck right) =>
        right is { State: RightState.Missing, NeededBy: Preflighter.Everything };
}
