using CiivSoft.Lab.Costs;
using CiivSoft.Lab.Faults;
using CiivSoft.Lab.Fixtures;
using CiivSoft.Lab.Scale;
using CiivSoft.Lab.Throughput;

switch (args)
{
    case ["costs", .. var rest]:
        return await CostCommand.RunAsync(rest);
    case ["faults", .. var rest]:
        return await FaultCommand.RunAsync(rest);
    case ["fixture", .. var rest]:
        return await FixtureCommand.RunAsync(rest);
    case ["throughput", .. var rest]:
        return await ThroughputCommand.RunAsync(rest);
    case ["scale", .. var rest]:
        return await ScaleCommand.RunAsync(rest);
    default:
        await Console.Error.WriteLineAsync(
            "Usage: faults | costs | fixture | throughput | scale; docs/how-to/fault-run.md says what they do."
        );
        return 2;
}
