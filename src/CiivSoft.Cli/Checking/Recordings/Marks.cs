using System.Text.RegularExpressions;

namespace CiivSoft.Cli.Checking.Recordings;

/// <summary>How what we write can be recognised in Lever (design: a note's last line, a lead's constant source).</summary>
internal static partial class Marks
{
    public const string ArkiiveSource = "CiiVSOFT ARKiiVE";
    public const string RefiineSource = "CiiVSOFT REFiiNE";
    public const string OptOutTag = "CiiVSOFT opt-out";
    public const string NewApplicantStage = "applicant-new";

    public static bool IsOurSource(string source) => source is ArkiiveSource or RefiineSource;

    /// <summary>The <c>CVS-…</c> of a note's last line; null when there is none.</summary>
    public static string? FindRef(string? text) =>
        text is not null && Ref().Match(text) is { Success: true } match ? match.Groups["ref"].Value : null;

    [GeneratedRegex(
        @"(?:^|\n)Ref (?<ref>CVS-[0-9A-Z]+)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Ref();
}
