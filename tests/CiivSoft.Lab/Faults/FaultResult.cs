using System.Text.Json.Nodes;

namespace CiivSoft.Lab.Faults;

/// <summary>How a fault run ended.</summary>
/// <param name="Plan">What was played.</param>
/// <param name="Kills">How often the silo was killed.</param>
/// <param name="Arrived">From the connection until the last arrival.</param>
/// <param name="Elapsed">From the connection until nothing was left; judging is not in it.</param>
/// <param name="Report">The checker's document.</param>
internal sealed record FaultResult(FaultPlan Plan, int Kills, TimeSpan Arrived, TimeSpan Elapsed, JsonNode Report)
{
    public bool Holds => Report["holds"]!.GetValue<bool>();

    /// <summary>One line for each finding.</summary>
    public IReadOnlyList<string> Findings =>
        [
            .. Report["accounts"]!
                .AsArray()
                .SelectMany(account => account!["findings"]!.AsArray())
                .Select(f =>
                    $"{f!["invariant"]} {f["code"]}: {f["message"]} {f["ids"]!.ToJsonString()} {f["sequences"]!.ToJsonString()}"
                ),
        ];

    public JsonNode Counts => Report["accounts"]![0]!["counts"]!;
}
