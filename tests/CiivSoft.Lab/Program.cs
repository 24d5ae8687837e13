using CiivSoft.Lab.Costs;
using CiivSoft.Lab.Faults;
using CiivSoft.Lab.Fixtures;

switch (args)
{
    case ["costs", .. var rest]:
        return await CostCommand.RunAsync(rest);
    case ["faults", .. var rest]:
        return await FaultCommand.RunAsync(rest);
    case ["fixture", .. var rest]:
        return await FixtureCommand.RunAsync(rest);
    default:
        await Console.Error.WriteLineAsync(
            "Usage: faults | costs | fixture; docs/how-to/fault-run.md says what they do."
        );
        return 2;
}
