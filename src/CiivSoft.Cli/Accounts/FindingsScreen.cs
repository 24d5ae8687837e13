using System.Globalization;
using CiivSoft.Abstractions.Accounts;
using Spectre.Console;

namespace CiivSoft.Cli.Accounts;

/// <summary>What needs a person, each with what to do.</summary>
internal static class FindingsScreen
{
    public static void Show(IReadOnlyCollection<Finding> findings, IAnsiConsole console)
    {
        foreach (var finding in findings)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]! {finding.Message}[/]");
            console.WriteLine($"  {finding.Remedy}");
        }
    }
}
