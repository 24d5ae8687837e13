using System.Globalization;

namespace CiivSoft.Lab.Costs;

/// <summary>The command <c>costs [ROUNDS]</c>.</summary>
internal static class CostCommand
{
    private const int DefaultRounds = 6;

    /// <summary>0 when all calls are within the must column, 1 when not, 2 for a wrong argument.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (Rounds(arguments) is not { } rounds)
        {
            await Console.Error.WriteLineAsync("Usage: costs [ROUNDS]");
            return 2;
        }

        var costs = await new CostRun(rounds, Console.Error).RunAsync(CancellationToken.None);
        Console.WriteLine(Text(costs));
        return costs.Where(c => c.Calls.Count > 0).All(c => c.KeepsCalls) ? 0 : 1;
    }

    /// <summary>The table, for people.</summary>
    public static string Text(IEnumerable<EventCost> costs) =>
        string.Join(
            '\n',
            costs
                .Select(c =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{c.Event, -34} {c.Calls.Count, 3} {c.MeanCalls, 6:F2} {c.MustCalls, 5:F0} {c.FloorCalls, 5:F0}  {Word(c, c.KeepsCalls), -5} {c.MeanCommits, 7:F2} {c.MustCommits, 5:F0}  {Word(c, c.KeepsCommits)}"
                    )
                )
                .Prepend(
                    $"{"event", -34} {"n", 3} {"calls", 6} {"must", 5} {"floor", 5}  {"", -5} {"commits", 7} {"must", 5}"
                )
        );

    private static int? Rounds(IReadOnlyList<string> arguments) =>
        arguments switch
        {
            [] => DefaultRounds,
            [var text]
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds)
                    && rounds > 0 => rounds,
            _ => null,
        };

    private static string Word(EventCost cost, bool keeps) =>
        cost.Calls.Count == 0 ? "none"
        : keeps ? "ok"
        : "OVER";
}
