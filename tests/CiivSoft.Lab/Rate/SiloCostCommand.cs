using System.Globalization;
using System.Text.Json;

namespace CiivSoft.Lab.Rate;

/// <summary>The command <c>silos</c>: what an application costs on one, two and three silos, and that all decide the same.</summary>
internal static class SiloCostCommand
{
    private const int Applications = 300;
    private const int Rounds = 5;
    private const double MostApart = 0.15;

    /// <summary>
    /// 0 when calls and processor time differ by 15 % at most and no decision differs, 1 when they do or none could be compared,
    /// 2 for a wrong argument.
    /// </summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments.Any(a => a != "--json"))
        {
            await Console.Error.WriteLineAsync("Usage: silos [--json]");
            return 2;
        }

        var run = new SiloCostRun(Applications, Rounds, Console.Error);
        var costs = await run.RunAsync(mostSilos: 3, CancellationToken.None);
        Console.WriteLine(
            arguments.Contains("--json") ? JsonSerializer.Serialize(costs, JsonSerializerOptions.Web) : Text(costs)
        );
        var isAlike = costs.All(c => c is { Compared: > 0, Differ: 0 });
        return isAlike && Apart(costs, c => c.Calls) <= MostApart && Apart(costs, c => c.Milliseconds) <= MostApart
            ? 0
            : 1;
    }

    /// <summary>How far the dearest is above the cheapest, as a share of it.</summary>
    public static double Apart(IReadOnlyList<SiloCost> costs, Func<SiloCost, double> of) =>
        (costs.Max(of) / costs.Min(of)) - 1;

    private static string Text(IReadOnlyList<SiloCost> costs) =>
        string.Join(
            '\n',
            [
                "silos  processor time  calls  of an application; decisions as on one silo, otherwise",
                .. costs.Select(c =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{c.Silos, 5}  {c.Milliseconds, 11:F1} ms  {c.Calls, 5:F2}  {c.Compared - c.Differ, 6:N0}  {c.Differ, 6:N0}"
                    )
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"apart  {Apart(costs, c => c.Milliseconds), 14:P1}  {Apart(costs, c => c.Calls), 5:P1}"
                ),
            ]
        );
}
