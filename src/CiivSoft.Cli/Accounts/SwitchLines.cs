using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Explanations;

namespace CiivSoft.Cli.Accounts;

/// <summary>Switches and quotas of an account's status; nothing where nothing is set.</summary>
internal static class SwitchLines
{
    private static readonly Solution[] Solutions = [Solution.Arkiive, Solution.Fiilter, Solution.Refiine];

    public static void Add(AccountStatus status, Action<string, string> add)
    {
        var switches = Switches(status).ToList();
        if (switches.Count > 0)
        {
            add("Switches", string.Join(", ", switches));
        }

        if (status.Today is { } today)
        {
            var used = string.Join(", ", today.Quotas.Select(q => $"{Name(q)} {q.Used} of {q.Limit}"));
            var waiting = today.Waiting > 0 ? $"; {today.Waiting} wait for the next day" : "";
            add("Quotas today", used + waiting);
        }
    }

    private static IEnumerable<string> Switches(AccountStatus status) =>
        Solutions
            .Where(s => status.Settings.Solutions.Of(s) != RunMode.Live)
            .Select(s => $"{Wording.Name(s)} {Word(status.Settings.Solutions.Of(s))}")
            .Concat(
                status
                    .PostingSwitches.Where(p => p.Mode != RunMode.Live)
                    .Select(p => $"posting {p.PostingId} {Word(p.Mode)}{(p.ByTag == p.Mode ? " by its tag" : "")}")
            );

    private static string Name(QuotaUse quota) =>
        quota switch
        {
            { Solution: { } solution } => Wording.Name(solution),
            { PostingId: { } posting } => $"posting {posting}",
            _ => "in all",
        };

    private static string Word(RunMode mode) =>
        mode switch
        {
            RunMode.Off => "off",
            RunMode.Shadow => "shadow",
            _ => "live",
        };
}
