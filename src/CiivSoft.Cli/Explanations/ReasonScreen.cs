using CiivSoft.Cli.Admin;
using CiivSoft.Matching.Evidence;
using Spectre.Console;

namespace CiivSoft.Cli.Explanations;

/// <summary>Why it came out so and not otherwise: what would have changed it, what to check, the posting beside the one applied for.</summary>
internal static class ReasonScreen
{
    public static void Show(IAnsiConsole console, ExplainedDecision decision)
    {
        if (decision.Evidence is not { } evidence)
        {
            return;
        }

        if (evidence.Contrast is { } contrast)
        {
            ShowContrast(console, contrast);
        }

        foreach (var caution in evidence.Cautions ?? [])
        {
            console.WriteLine($"Please check: {caution}.");
        }

        if (evidence.Changes is { Count: > 0 } changes)
        {
            console.WriteLine("What would have changed it (each tried by scoring the changed résumé):");
            foreach (var change in changes)
            {
                console.WriteLine($"  - {change.Sentence}");
            }
        }
    }

    private static void ShowContrast(IAnsiConsole console, PostingContrast contrast)
    {
        console.WriteLine(
            $"Beside the posting applied for ({contrast.OriginTitle}): {contrast.Shown} of {contrast.Asked} requirements shown here, "
                + $"{contrast.OriginShown} of {contrast.OriginAsked} there."
        );
        ShowNames(console, "Shown and asked only here", contrast.OnlyHere);
        ShowNames(console, "Asked there and not shown", contrast.LackingThere);
    }

    private static void ShowNames(IAnsiConsole console, string heading, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            console.WriteLine($"  {heading}: {string.Join("; ", names)}");
        }
    }
}
