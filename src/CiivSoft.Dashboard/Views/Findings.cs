using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Dashboard.Views;

/// <summary>What an account's status says that needs a person.</summary>
internal static class Findings
{
    /// <summary>The code of the finding that another installation has worked on the account: nothing is written.</summary>
    private const string OtherInstallation = "foreign-second";

    /// <summary>Whether nothing is written until a person says that the other installation is stopped.</summary>
    public static bool WaitsForOther(AccountStatus status) =>
        status.Mode == AccountMode.Live && status.Findings.Any(f => f.Code == OtherInstallation);

    public static IReadOnlyList<ShownFinding> Of(AccountStatus status) =>
        [.. status.Findings.Select(Shown), .. Stuck(status)];

    private static ShownFinding Shown(Finding finding)
    {
        var (action, target) = finding.Code switch
        {
            "key-refused" or "disconnected" => ("How to connect again", "#connection"),
            "stage-missing" => ("Scan once it is there", "#scans"),
            "work-fails" => ("See what failed", "/queue"),
            "surplus-leads" or "foreign-marks" or "foreign-note" => ("See the activity", "/activity"),
            OtherInstallation => ("Say that it is stopped", "#mode"),
            _ when finding.Code.StartsWith("right-missing:", StringComparison.Ordinal) => (
                "See the rights",
                "#connection"
            ),
            _ => ("Open the account", ""),
        };
        return new ShownFinding(finding.Message, finding.Remedy, finding.Since, action, target);
    }

    private static IEnumerable<ShownFinding> Stuck(AccountStatus status)
    {
        if (status.Effects.GetValueOrDefault("failed") is > 0 and var failed)
        {
            yield return new ShownFinding(
                $"Lever refused {failed} changes.",
                "See each with its reason, and try again or leave it.",
                null,
                "Open the queue",
                "/queue?state=failed"
            );
        }

        if (status.Effects.GetValueOrDefault("blocked") is > 0 and var blocked)
        {
            yield return new ShownFinding(
                $"{blocked} changes wait for something that is missing.",
                "See what each waits for. They go on by themselves when it is there.",
                null,
                "Open the queue",
                "/queue?state=blocked"
            );
        }
    }
}
