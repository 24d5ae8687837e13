using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Dashboard.Views;

/// <summary>What asking Lever about a key means, for people.</summary>
internal static class RightsSummary
{
    /// <summary>Lever's name of the right that its help article leaves out.</summary>
    public const string CreateOpportunity = "Create an opportunity";

    /// <summary>The rights, those that are missing first, then those not yet known.</summary>
    public static IEnumerable<RightCheck> Ordered(Preflight rights) =>
        rights.Rights.OrderBy(r =>
            r.State switch
            {
                RightState.Missing => 0,
                RightState.NotYetKnown => 1,
                _ => 2,
            }
        );

    /// <summary>Boxes to tick in Lever's dialog, for a new key.</summary>
    public static IReadOnlyList<string> Missing(Preflight rights) =>
        [.. rights.Rights.Where(r => r.State == RightState.Missing).Select(r => r.Name)];

    /// <summary>Findings apart from missing rights, which are listed as boxes to tick.</summary>
    public static IEnumerable<Finding> Others(Preflight rights) =>
        rights.Findings.Where(f => !f.Code.StartsWith("right-missing:", StringComparison.Ordinal));

    /// <summary>In a sentence.</summary>
    public static (string Tone, string Text) Sentence(Preflight rights)
    {
        var missing = Missing(rights).Count;
        return rights.Connected switch
        {
            false when rights.Rights.IsEmpty => ("bad", "This key could not be used."),
            false => ("bad", $"{Rights(missing)} missing without which nothing can be done."),
            true when missing > 0 => (
                "warn",
                $"The key works. {Rights(missing)} missing; only what needs {(missing == 1 ? "it" : "them")} stops."
            ),
            _ => ("good", "The key works, and has every right that can be asked about."),
        };
    }

    private static string Rights(int count) => count == 1 ? "1 right is" : $"{count} rights are";
}
