using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CiivSoft.Lab.Faults;

/// <summary>The command <c>faults</c>.</summary>
internal static class FaultCommand
{
    private const string Usage =
        "faults [--applications 1000] [--postings 30] [--people 200] [--kills 5 | --kill-every SECONDS] [--pause 1000] [--acts 40] [--seed 1] [--rate 200] "
        + "[--no-faults] [--keep DIR] [--json]";

    /// <summary>0 when all invariants hold, 1 with the findings, 2 for a wrong argument.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        FaultPlan plan;
        try
        {
            plan = Read(arguments);
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\nUsage: {Usage}");
            return 2;
        }

        var result = await new FaultRun(plan, Console.Error).RunAsync(CancellationToken.None);
        Console.WriteLine(arguments.Contains("--json") ? Json(result) : Text(result));
        return result.Holds ? 0 : 1;
    }

    private static FaultPlan Read(IReadOnlyList<string> arguments)
    {
        var plan = new FaultPlan();
        for (var i = 0; i < arguments.Count; i++)
        {
            plan = arguments[i] switch
            {
                "--applications" => plan with { Applications = Number(arguments, ++i) },
                "--postings" => plan with { Postings = Number(arguments, ++i) },
                "--people" => plan with { People = Number(arguments, ++i) },
                "--kills" => plan with { Kills = Number(arguments, ++i) },
                "--kill-every" => plan with { KillEvery = TimeSpan.FromSeconds(Number(arguments, ++i)) },
                "--pause" => plan with { Pause = TimeSpan.FromMilliseconds(Number(arguments, ++i)) },
                "--acts" => plan with { Acts = Number(arguments, ++i) },
                "--seed" => plan with { Seed = Number(arguments, ++i) },
                "--rate" => plan with { Rate = Number(arguments, ++i) },
                "--no-faults" => plan with { HasFaults = false },
                "--keep" when i + 1 < arguments.Count => plan with { Folder = Path.GetFullPath(arguments[++i]) },
                "--json" => plan,
                var other => throw new FormatException($"'{other}' is not understood."),
            };
        }

        return plan;
    }

    private static int Number(IReadOnlyList<string> arguments, int index) =>
        index < arguments.Count
        && int.TryParse(arguments[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{arguments[index - 1]} wants a number.");

    private static string Json(FaultResult result) =>
        new JsonObject
        {
            ["holds"] = result.Holds,
            ["seconds"] = Math.Round(result.Elapsed.TotalSeconds, 1),
            ["arrivalSeconds"] = Math.Round(result.Arrived.TotalSeconds, 1),
            ["kills"] = result.Kills,
            ["plan"] = JsonSerializer.SerializeToNode(result.Plan),
            ["check"] = result.Report.DeepClone(),
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    private static string Text(FaultResult result) =>
        string.Join(
            '\n',
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Plan.Applications} applications, {result.Plan.Postings} postings, {result.Kills} kills, seed {result.Plan.Seed}: {result.Elapsed.TotalSeconds:F0} s, {result.Arrived.TotalSeconds:F0} of them until the last arrival"
                ),
                result.Counts.ToJsonString(),
                .. result.Findings,
                result.Holds ? "All invariants hold." : $"{result.Findings.Count} findings.",
            ]
        );
}
