using System.Globalization;

namespace CiivSoft.Lab.Costs;

/// <summary>The command <c>costs [ROUNDS]</c>.</summary>
internal static class CostCommand
{
    private const int DefaultRounds = 4;

    /// <summary>0 when everything is within the must column, 1 when not, 2 for a wrong argument.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (Rounds(arguments) is not { } rounds)
        {
            await Console.Error.WriteLineAsync("Usage: costs [ROUNDS]");
            return 2;
        }

        var costs = await new CostRun(rounds, Console.Error).RunAsync(CancellationToken.None);
        Console.WriteLine(Text(costs));
        var measured = costs.Where(c => c.Count > 0);
        return measured.All(c => c.KeepsCalls && c.KeepsCommits && c.KeepsGrainCalls) ? 0 : 1;
    }

    /// <summary>The table, for people: what it cost on average, beside what it may cost. Processor time is no part of it: that of a few events is lost in what else a silo does, and
    /// <c>throughput</c> tells it for many.</summary>
    public static string Text(IEnumerable<EventCost> costs) =>
        string.Join(
            '\n',
            costs
                .Select(Line)
                .Prepend(
                    $"{"event", -34} {"n", 3}  {"calls", 6} {"must", -5} {"floor", 5}  {"commits", 7} {"must", -5} {"grain calls", 11} {"must", -5}"
                )
        );

    private static string Line(EventCost cost) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{cost.Event, -34} {cost.Count, 3}  {cost.MeanCalls, 6:F2} {Must(cost.Bar?.Calls), -5} {cost.Bar?.Floor, 5:F0}  {cost.MeanCommits, 7:F2} {Must(cost.Bar?.Commits), -5} {cost.MeanGrainCalls, 11:F2} {Must(cost.Bar?.GrainCalls), -5}  {Word(cost)}"
        );

    private static string Must(double? bar) =>
        bar is { } most ? string.Create(CultureInfo.InvariantCulture, $"≤ {most:F0}") : "";

    private static string Word(EventCost cost) =>
        cost switch
        {
            { Count: 0 } => "did not happen",
            { Bar: null } => "",
            { KeepsCalls: false } => "OVER in calls",
            { KeepsCommits: false } => "OVER in commits",
            { KeepsGrainCalls: false } => "OVER in grain calls",
            _ => "ok",
        };

    private static int? Rounds(IReadOnlyList<string> arguments) =>
        arguments switch
        {
            [] => DefaultRounds,
            [var text]
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds)
                    && rounds > 0 => rounds,
            _ => null,
        };
}
