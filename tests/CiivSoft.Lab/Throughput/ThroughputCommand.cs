using System.Globalization;

namespace CiivSoft.Lab.Throughput;

/// <summary>The command <c>throughput [APPLICATIONS]</c>.</summary>
internal static class ThroughputCommand
{
    private const int DefaultApplications = 1000;

    /// <summary>0 with the figures, 2 for a wrong argument. A time judges nothing: it is reported with the load.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (Applications(arguments) is not { } applications)
        {
            await Console.Error.WriteLineAsync("Usage: throughput [APPLICATIONS]");
            return 2;
        }

        var result = await new ThroughputRun(applications, Console.Error).RunAsync(CancellationToken.None);
        Console.WriteLine(Text(result));
        return 0;
    }

    private static string Text(ThroughputResult result) =>
        string.Join(
            '\n',
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Applications} applications in {result.Elapsed.TotalSeconds:F1} s: {result.PerSecond:F1} a second (bar: 60 on 2 free cores)"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Calls / (double)result.Applications:F2} calls and {result.Commits / (double)result.Applications:F2} commits of the stores an application"
                ),
                Processor("silo", result.Silo, result),
                Processor("document workers", result.Workers, result),
                Processor("simulator", result.Simulator, result),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"two free cores would do {2 / result.ProcessorSecondsEach:F0} a second at most; load of the machine {result.Load}"
                ),
            ]
        );

    private static string Processor(string name, TimeSpan time, ThroughputResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -17} {time.TotalMilliseconds / result.Applications, 6:F1} ms of processor time an application"
        );

    private static int? Applications(IReadOnlyList<string> arguments) =>
        arguments switch
        {
            [] => DefaultApplications,
            [var text]
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number > 0 => number,
            _ => null,
        };
}
