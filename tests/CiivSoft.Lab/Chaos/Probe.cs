using System.Diagnostics;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos;

/// <summary>An application that arrives now, and how long it takes until it is decided.</summary>
internal static class Probe
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(4);

    /// <summary>Null when it is not decided within the time.</summary>
    public static Task<TimeSpan?> RunAsync(ChaosStage stage, TimeSpan within, CancellationToken cancellationToken) =>
        RunAsync(stage, stage.Lever, LabSilo.Account, within, cancellationToken);

    /// <summary>The same for another account.</summary>
    public static async Task<TimeSpan?> RunAsync(
        ChaosStage stage,
        LabSimulator lever,
        string account,
        TimeSpan within,
        CancellationToken cancellationToken
    )
    {
        var watch = Stopwatch.StartNew();
        var changes = await lever.ArriveAsync(new { applications = 1, quality = "strong" }, cancellationToken);
        var opportunity = changes.First(c => c["kind"]!.GetValue<string>() == "opportunity.created")[
            "opportunity"
        ]!.GetValue<string>();
        var asked = -AskAgain;
        while (watch.Elapsed < within)
        {
            if (watch.Elapsed - asked >= AskAgain && await stage.TryScanAsync(account, cancellationToken))
            {
                asked = watch.Elapsed;
            }

            if (await IsDecidedAsync(stage, account, opportunity, cancellationToken))
            {
                return watch.Elapsed;
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }

        return null;
    }

    private static async Task<bool> IsDecidedAsync(
        ChaosStage stage,
        string account,
        string opportunity,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var told = await stage.Front.GetAsync($"api/accounts/{account}/explain/{opportunity}", cancellationToken);
            return told["decisions"]!.AsArray().Count > 0;
        }
        catch (Exception silent) when (LabSilo.IsSilence(silent, cancellationToken))
        {
            return false; // Not seen by a scan yet, or nobody there.
        }
    }
}
