using CiivSoft.Lab.Costs;
using CiivSoft.Lab.Faults;

switch (args)
{
    case ["costs", .. var rest]:
        return await CostCommand.RunAsync(rest);
    case ["faults", .. var rest]:
        return await FaultCommand.RunAsync(rest);
    default:
        await Console.Error.WriteLineAsync("Usage: faults | costs; docs/how-to/fault-run.md says what they do.");
        return 2;
}
