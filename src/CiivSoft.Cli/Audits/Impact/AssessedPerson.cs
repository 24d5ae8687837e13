namespace CiivSoft.Cli.Audits.Impact;

/// <summary>An application that was decided, with what the person declared.</summary>
/// <param name="Sex">As declared; empty when unknown.</param>
/// <param name="Race">Race or ethnicity as declared; empty when unknown.</param>
/// <param name="IsSelected">Whether the application was advanced; null when that is not known.</param>
/// <param name="Score">Its score; null when there was none.</param>
internal sealed record AssessedPerson(string Sex, string Race, bool? IsSelected, double? Score)
{
    private static readonly string[] Unknowns =
    [
        "",
        "unknown",
        "n/a",
        "na",
        "prefer not to say",
        "declined",
        "not declared",
        "-",
    ];

    /// <summary>The declared word, or empty when it declines to say.</summary>
    public static string Declared(string field) =>
        Unknowns.Contains(field.Trim(), StringComparer.OrdinalIgnoreCase) ? "" : field.Trim();
}
