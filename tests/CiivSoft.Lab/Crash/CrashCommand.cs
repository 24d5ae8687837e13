using System.Globalization;
using System.Text.Json;
using CiivSoft.Lab.Chaos;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Crash;

/// <summary>The command <c>crash</c>.</summary>
internal static class CrashCommand
{
    private const double MostTimesQuiet = 1.5;

    private const string Usage =
        "crash [--applications 2000] [--postings 50] [--people 200] [--seconds 120] [--rate 10] [--kill-every 10] [--seed 1] [--keep DIR] [--as-built] [--json]";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>0 when all invariants hold and the time is within its bar, 1 when not, 2 for a wrong argument.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        // The product's own time-outs and grace: those of a write together must be later than the latest commit here, 25 seconds.
        var plan = new ChaosPlan
        {
            Applications = 2000,
            Postings = 50,
            People = 200,
            Acts = 40,
            Rate = 10,
            Lasts = TimeSpan.FromSeconds(120),
            AttemptTimeout = TimeSpan.FromSeconds(20),
            WriteTimeout = TimeSpan.FromSeconds(10),
            Grace = TimeSpan.FromSeconds(60),
            Patience = TimeSpan.FromHours(2),
        };
        var killEvery = 10;
        var isPublished = true;
        try
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                switch (arguments[i])
                {
                    case "--json":
                        break;
                    case "--as-built":
                        isPublished = false;
                        break;
                    case "--kill-every":
                        killEvery = ChaosCommand.Number(arguments, ++i);
                        break;
                    case "--rate":
                        plan = plan with { Rate = ChaosCommand.Number(arguments, ++i) };
                        break;
                    default:
                        plan = ChaosCommand.Read(plan, arguments, i++);
                        break;
                }
            }
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\nUsage: {Usage}");
            return 2;
        }

        if (isPublished)
        {
            plan = plan with { Build = await PublishedSilo.PublishAsync(Console.Error) };
        }

        var run = new CrashRun(plan, TimeSpan.FromSeconds(killEvery), Console.Error);
        var quiet = await run.RunAsync(hasTrouble: false, CancellationToken.None);
        var trouble = await run.RunAsync(hasTrouble: true, CancellationToken.None);
        var ratio = trouble.Seconds / quiet.Seconds;
        Console.WriteLine(
            arguments.Contains("--json")
                ? JsonSerializer.Serialize(
                    new
                    {
                        plan,
                        quiet,
                        trouble,
                        ratio,
                    },
                    Indented
                )
                : Text(plan, quiet, trouble, ratio)
        );
        return quiet.Findings.Count + trouble.Findings.Count == 0 && ratio <= MostTimesQuiet ? 0 : 1;
    }

    private static string Text(ChaosPlan plan, CrashResult quiet, CrashResult trouble, double ratio) =>
        string.Join(
            '\n',
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.Applications} applications, {plan.Postings} postings, {plan.Rate} calls a second, seed {plan.Seed}"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"without trouble  {quiet.Seconds, 6:F0} s, {quiet.AllCalls} calls to Lever"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"with trouble     {trouble.Seconds, 6:F0} s, {trouble.AllCalls} calls to Lever, {trouble.Kills} kills, {ratio:F2} times as long (bar: {MostTimesQuiet})"
                ),
                .. quiet.Findings.Select(f => $"without trouble: {f}"),
                .. trouble.Findings,
                quiet.Findings.Count + trouble.Findings.Count == 0
                    ? "All invariants hold."
                    : "Not all invariants hold.",
            ]
        );
}
