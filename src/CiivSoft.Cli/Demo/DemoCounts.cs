using CiivSoft.Abstractions;
using CiivSoft.Cli.Admin;

namespace CiivSoft.Cli.Demo;

/// <summary>What was done in Lever and what was not, counted from decisions and their effects.</summary>
/// <param name="Leads">People that ARKiiVE made leads of a posting.</param>
/// <param name="Screened">Applications that FiiLTER moved to CiiVSOFT SCREENED.</param>
/// <param name="Referred">People that REFiiNE made leads of another posting.</param>
/// <param name="NotAdvanced">Applications that stay in New Applicant.</param>
/// <param name="Notes">Notes written.</param>
/// <param name="Pending">Effects that are not settled.</param>
/// <param name="Failed">Effects that Lever refused or that wait for a right, a stage or the key.</param>
internal sealed record DemoCounts(
    int Leads,
    int Screened,
    int Referred,
    int NotAdvanced,
    int Notes,
    int Pending,
    int Failed
)
{
    public static DemoCounts Of(IEnumerable<ExplainedDecision> decisions)
    {
        var all = decisions.ToList();
        var effects = all.SelectMany(d => d.Effects).ToList();
        return new DemoCounts(
            CountDone(all, Solution.Arkiive, "Lead"),
            CountDone(all, Solution.Fiilter, "Move"),
            CountDone(all, Solution.Refiine, "Lead"),
            all.Count(d => d.Solution == Solution.Fiilter && d.Verdict != "match"),
            effects.Count(e => e is { Kind: "Note", State: "Done" }),
            effects.Count(IsPending),
            effects.Count(e => e.State is "Failed" or "Blocked")
        );
    }

    /// <summary>Whether an effect is still on its way.</summary>
    public static bool IsPending(ExplainedEffect effect) => effect.State is "Planned" or "Sending" or "Unknown";

    private static int CountDone(IEnumerable<ExplainedDecision> decisions, Solution solution, string kind) =>
        decisions
            .Where(d => d.Solution == solution)
            .SelectMany(d => d.Effects)
            .Count(e => e.Kind == kind && e.State == "Done");
}
