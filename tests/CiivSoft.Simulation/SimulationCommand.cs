using System.Diagnostics;
using System.Globalization;
using CiivSoft.Simulation.Planted;

namespace CiivSoft.Simulation;

/// <summary>The command line; <c>docs/how-to/simulation.md</c> describes it.</summary>
internal static class SimulationCommand
{
    private const string Usage = """
        Usage:
          --seeds COUNT [--from SEED] [--threads N] [--bug NAME]   runs seeds, prints those that fail
          --seed SEED [--trace] [--bug NAME]                       runs one seed, with --trace every event
          --planted [--seeds COUNT]                                looks for each planted bug
        """;

    /// <summary>0: as it should be; 1: a seed failed, or a planted bug was not found; 2: the arguments are wrong.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output)
    {
        var options = Options.Parse(args);
        if (options is null)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        return options switch
        {
            { IsPlanted: true } => await LookForBugsAsync(options, output),
            { Seed: { } seed } => await RunOneAsync(seed, options, output),
            _ => await RunManyAsync(options, output),
        };
    }

    private static async Task<int> RunOneAsync(int seed, Options options, TextWriter output)
    {
        using var runner = new Runner();
        var result = runner.Run(seed, options.Bug, options.IsTraced ? output.WriteLine : null);
        await output.WriteLineAsync(Describe(result));
        return result.Violations.Count == 0 ? 0 : 1;
    }

    private static async Task<int> RunManyAsync(Options options, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var failed = 0;
        SeedRange.Run(
            options.From,
            options.Seeds ?? 100,
            options.Threads,
            options.Bug,
            result =>
            {
                if (result.Violations.Count > 0)
                {
                    failed++;
                    output.WriteLine(Describe(result));
                }
            }
        );
        process.Refresh();
        var count = options.Seeds ?? 100;
        var cpu = (process.TotalProcessorTime - before).TotalMilliseconds / count;
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} seeds, {failed} failed, {clock.Elapsed.TotalSeconds:F0} s on {options.Threads} threads, {cpu:F1} ms of processor a seed"
            )
        );
        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> LookForBugsAsync(Options options, TextWriter output)
    {
        var most = options.Seeds ?? 10_000;
        var missed = 0;
        foreach (var (bug, found) in BugHunt.Run(Bug.All, options.From, most, options.Threads, Report))
        {
            missed += found is null ? 1 : 0;
            await output.WriteLineAsync(
                found is null
                    ? $"{bug.Name, -20} NOT FOUND in {most} seeds: {bug.Story}"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{bug.Name, -20} seed {found.Seed, 5}  {bug.Story} -> {found.Violations[0].Invariant}: {FirstLine(found)}"
                    )
            );
        }

        await output.WriteLineAsync($"{Bug.All.Count} planted bugs, {Bug.All.Count - missed} found");
        return missed == 0 ? 0 : 1;

        // The table comes at the end, in the order of the list.
        static void Report(Bug bug, SeedResult? found) =>
            Console.Error.WriteLine($"{bug.Name}: {(found is null ? "not found" : $"seed {found.Seed}")}");
    }

    private static string Describe(SeedResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"seed {result.Seed} trace {result.Trace}, {result.Lines} lines, {result.Events} events"
        ) + string.Concat(result.Violations.Select(v => $"\n  {v.Invariant}: {v.What}"));

    private static string FirstLine(SeedResult result) => result.Violations[0].What.Split('\n')[0];

    private sealed record Options
    {
        public int? Seed { get; private init; }

        public int? Seeds { get; private init; }

        public int From { get; private init; } = 1;

        public int Threads { get; private init; } = Environment.ProcessorCount;

        public bool IsTraced { get; private init; }

        public bool IsPlanted { get; private init; }

        public Bug? Bug { get; private init; }

        /// <summary>Null when they make no sense.</summary>
        public static Options? Parse(IReadOnlyList<string> args)
        {
            var options = new Options();
            for (var i = 0; i < args.Count; i++)
            {
                var value = i + 1 < args.Count ? args[i + 1] : "";
                var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
                var (read, used) = args[i] switch
                {
                    "--trace" => ((Options?)(options with { IsTraced = true }), 0),
                    "--planted" => (options with { IsPlanted = true }, 0),
                    "--seed" when isNumber => (options with { Seed = number }, 1),
                    "--seeds" when isNumber && number > 0 => (options with { Seeds = number }, 1),
                    "--from" when isNumber => (options with { From = number }, 1),
                    "--threads" when isNumber && number > 0 => (options with { Threads = number }, 1),
                    "--bug" when Bug.Find(value) is { } bug => (options with { Bug = bug }, 1),
                    _ => (null, 0),
                };
                if (read is null)
                {
                    return null;
                }

                options = read;
                i += used;
            }

            return options;
        }
    }
}
