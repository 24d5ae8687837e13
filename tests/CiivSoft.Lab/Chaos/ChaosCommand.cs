using System.Globalization;
using System.Text.Json;

namespace CiivSoft.Lab.Chaos;

/// <summary>The command <c>chaos</c>.</summary>
internal static class ChaosCommand
{
    private const string Usage =
        "chaos [--cells a,b,…] [--seed 1] [--seeds 1] [--applications 200] [--postings 10] [--people 100] [--seconds 40] "
        + "[--repetitions 20] [--from REF] [--keep DIR] [--list] [--json]";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>0 when every cell that could be played passed, 1 when one failed, 2 for a wrong argument.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments.Contains("--list"))
        {
            Console.WriteLine(string.Join('\n', ChaosCells.All.Select(c => $"{c.Name, -24} {c.Does}")));
            return 0;
        }

        var (plan, cells, seeds) = (new ChaosPlan(), ChaosCells.All, 1);
        try
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                switch (arguments[i])
                {
                    case "--cells":
                        cells = [.. Text(arguments, ++i).Split(',').Select(ChaosCells.Named)];
                        break;
                    case "--seeds":
                        seeds = Number(arguments, ++i);
                        break;
                    case "--json":
                        break;
                    default:
                        plan = Read(plan, arguments, i++);
                        break;
                }
            }
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\nUsage: {Usage}");
            return 2;
        }

        var results = new List<CellResult>();
        foreach (var seed in Enumerable.Range(plan.Seed, seeds))
        {
            var run = new ChaosRun(plan with { Seed = seed }, Console.Error);
            foreach (var cell in cells)
            {
                var result = await run.RunAsync(cell, CancellationToken.None);
                results.Add(result);

                // What is known stays known when a long run is broken off.
                await Console.Error.WriteLineAsync(
                    string.Join('\n', [ChaosTable.Line(result), .. ChaosTable.Details(result)])
                );
            }
        }

        Console.WriteLine(
            arguments.Contains("--json") ? JsonSerializer.Serialize(results, Indented) : ChaosTable.Of(results)
        );
        return results.TrueForAll(r => r.Findings.Count == 0) ? 0 : 1;
    }

    internal static ChaosPlan Read(ChaosPlan plan, IReadOnlyList<string> arguments, int i) =>
        arguments[i] switch
        {
            "--seed" => plan with { Seed = Number(arguments, i + 1) },
            "--applications" => plan with { Applications = Number(arguments, i + 1) },
            "--postings" => plan with { Postings = Number(arguments, i + 1) },
            "--people" => plan with { People = Number(arguments, i + 1) },
            "--seconds" => plan with { Lasts = TimeSpan.FromSeconds(Number(arguments, i + 1)) },
            "--repetitions" => plan with { Repetitions = Number(arguments, i + 1) },
            "--from" => plan with { From = Text(arguments, i + 1) },
            "--keep" => plan with { Folder = Path.GetFullPath(Text(arguments, i + 1)) },
            var other => throw new FormatException($"'{other}' is not understood."),
        };

    private static string Text(IReadOnlyList<string> arguments, int index) =>
        index < arguments.Count
            ? arguments[index]
            : throw new FormatException($"{arguments[index - 1]} wants a value.");

    internal static int Number(IReadOnlyList<string> arguments, int index) =>
        int.TryParse(Text(arguments, index), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? number
            : throw new FormatException($"{arguments[index - 1]} wants a number above 0.");
}
