using System.Globalization;
using System.Text.Json.Nodes;

namespace CiivSoft.Lab.Programs;

/// <summary><c>ciivsoft check</c> as a process, on the lab's two sides.</summary>
internal static class LabCheck
{
    // What may still come to rest by itself.
    private static readonly string[] Unsettled =
    [
        "undecided",
        "unsettled",
        "no-note",
        "unrecorded-lead",
        "unrecorded-note",
    ];

    /// <summary>All findings of its document.</summary>
    public static IEnumerable<JsonNode> FindingsOf(JsonNode report) =>
        report["accounts"]!.AsArray().SelectMany(a => a!["findings"]!.AsArray()).Select(f => f!);

    /// <summary>Whether the finding may be gone later.</summary>
    public static bool MaySettle(JsonNode finding) => Unsettled.Contains(finding["code"]!.GetValue<string>());

    /// <summary>The finding as a line.</summary>
    public static string Line(JsonNode finding) =>
        $"{finding["invariant"]} {finding["code"]}: {finding["message"]} {finding["ids"]!.ToJsonString()} {finding["sequences"]!.ToJsonString()}";

    /// <summary>Its JSON document.</summary>
    /// <exception cref="InvalidOperationException">Nothing could be checked.</exception>
    public static Task<JsonNode> RunAsync(
        string folder,
        LabSimulator lever,
        double rate,
        CancellationToken cancellationToken
    ) => RunAsync(folder, postgres: null, lever, rate, cancellationToken);

    /// <param name="folder">Holds <c>data</c> and <c>logs</c>.</param>
    /// <param name="postgres">The cluster's database; null for the one in <c>data</c>.</param>
    /// <param name="lever">The other side.</param>
    /// <param name="rate">Requests a second that the key is permitted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<JsonNode> RunAsync(
        string folder,
        string? postgres,
        LabSimulator lever,
        double rate,
        CancellationToken cancellationToken
    ) => RunAsync(folder, postgres, new Dictionary<string, string>(), lever, rate, cancellationToken);

    /// <param name="folder">Holds <c>data</c> and <c>logs</c>.</param>
    /// <param name="postgres">The cluster's database; null for the one in <c>data</c>.</param>
    /// <param name="environment">Variables, as of the silo.</param>
    /// <param name="lever">The other side.</param>
    /// <param name="rate">Requests a second that the key is permitted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<JsonNode> RunAsync(
        string folder,
        string? postgres,
        IReadOnlyDictionary<string, string> environment,
        LabSimulator lever,
        double rate,
        CancellationToken cancellationToken
    )
    {
        using var check = LabProcess.Start(
            "CiivSoft.Cli",
            [
                "check",
                "--simulator",
                lever.Lever.GetLeftPart(UriPartial.Authority),
                "--data",
                Path.Combine(folder, "data"),
                .. postgres is null ? Array.Empty<string>() : ["--postgres", postgres],
                "--logs",
                Path.Combine(folder, "logs"),
                "--rate",
                rate.ToString(CultureInfo.InvariantCulture),
                "--at-rest",
                "--json",
            ],
            Path.Combine(folder, "check.log"),
            environment
        );
        var code = await check.WaitAsync(cancellationToken);
        return code is 0 or 1
            ? JsonNode.Parse(check.Output[check.Output.IndexOf('{', StringComparison.Ordinal)..])! // Behind the progress.
            : throw new InvalidOperationException($"The check ended with {code}: {check.Output}");
    }
}
