using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CiivSoft.Cli.Tests.Transcripts;

/// <summary>Leaves out of what the doctor says all that this machine has or lacks, so that the transcript is the same on every machine.</summary>
internal static partial class MachineFacts
{
    private static readonly HashSet<string> Checks =
    [
        "ocr",
        "legacy-word",
        "memory",
        "open-files",
        "disk-space",
        "proxy",
    ];

    private static readonly JsonSerializerOptions Indented = new(Terminals.Terminal.Json) { WriteIndented = true };

    public static string Hide(string output) =>
        output.StartsWith("{\n  \"isHealthy\"", StringComparison.Ordinal) ? HideInJson(output) : HideInText(output);

    private static string HideInText(string output) =>
        Counts().Replace(Tools().Replace(output, ""), "N checks are fine, 0 with a warning");

    private static string HideInJson(string output)
    {
        var report = JsonNode.Parse(output)!;
        foreach (var check in report["checks"]!.AsArray().Where(c => Checks.Contains(c!["check"]!.GetValue<string>())))
        {
            check!["outcome"] = "UpToTheMachine";
            check["complaints"] = new JsonArray();
        }

        return report.ToJsonString(Indented) + "\n";
    }

    [GeneratedRegex(
        @"^(?:hint|warning|PROBLEM) (?:ocr|legacy-word|memory|open-files|disk-space|proxy): .*\n(?:  .*\n)*",
        RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Tools();

    [GeneratedRegex(@"\d+ checks are fine, \d+ with a warning", RegexOptions.NonBacktracking)]
    private static partial Regex Counts();
}
