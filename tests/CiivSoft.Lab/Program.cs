using CiivSoft.Lab.Chaos;
using CiivSoft.Lab.Costs;
using CiivSoft.Lab.Crash;
using CiivSoft.Lab.Faults;
using CiivSoft.Lab.Fixtures;
using CiivSoft.Lab.Pages;
using CiivSoft.Lab.Rate;
using CiivSoft.Lab.Scale;
using CiivSoft.Lab.Throughput;

switch (args)
{
    case ["chaos", .. var rest]:
        return await ChaosCommand.RunAsync(rest);
    case ["costs", .. var rest]:
        return await CostCommand.RunAsync(rest);
    case ["crash", .. var rest]:
        return await CrashCommand.RunAsync(rest);
    case ["faults", .. var rest]:
        return await FaultCommand.RunAsync(rest);
    case ["fixture", .. var rest]:
        return await FixtureCommand.RunAsync(rest);
    case ["pages", .. var rest]:
        return await PagesCommand.RunAsync(rest);
    case ["rate", .. var rest]:
        return await RateCommand.RunAsync(rest);
    case ["silos", .. var rest]:
        return await SiloCostCommand.RunAsync(rest);
    case ["throughput", .. var rest]:
        return await ThroughputCommand.RunAsync(rest);
    case ["scale", .. var rest]:
        return await ScaleCommand.RunAsync(rest);
    default:
        await Console.Error.WriteLineAsync(
            "Usage: chaos | crash | rate | silos | faults | costs | fixture | throughput | scale | pages; docs/how-to/chaos.md and fault-run.md say what they do."
        );
        return 2;
}
