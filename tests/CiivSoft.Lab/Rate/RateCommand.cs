using System.Globalization;
using System.Text.Json;

namespace CiivSoft.Lab.Rate;

/// <summary>The command <c>rate</c>.</summary>
internal static class RateCommand
{
    private const string Usage = "rate [--silos 1] [--calls 5000] [--foreign 0] [--seed 1] [--json]";

    /// <summary>0 when the rate was used as it must, 1 with the findings, 2 for a wrong argument.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var plan = new RatePlan();
        try
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                plan = arguments[i] switch
                {
                    "--silos" => plan with { Silos = Number(arguments, ++i) },
                    "--calls" => plan with { Calls = Number(arguments, ++i) },
                    "--foreign" => plan with { Foreign = Number(arguments, ++i) },
                    "--seed" => plan with { Seed = Number(arguments, ++i) },
                    "--json" => plan,
                    var other => throw new FormatException($"'{other}' is not understood."),
                };
            }
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\nUsage: {Usage}");
            return 2;
        }

        var result = await new RateRun(plan, Console.Error).RunAsync(CancellationToken.None);
        Console.WriteLine(
            arguments.Contains("--json")
                ? JsonSerializer.Serialize(result, JsonSerializerOptions.Web)
                : string.Join('\n', [result.ToString(), .. result.Findings])
        );
        return result.Findings.Count == 0 ? 0 : 1;
    }

    private static int Number(IReadOnlyList<string> arguments, int index) =>
        index < arguments.Count
        && int.TryParse(arguments[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{arguments[index - 1]} wants a number.");
}
