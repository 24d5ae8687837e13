using System.CommandLine;
using CiivSoft.Cli.Checking;
using CiivSoft.Cli.Demo;
using CiivSoft.Cli.Evaluation;
using CiivSoft.Cli.Extraction;

var root = new RootCommand("Operates CiivSoft: ARKiiVE, FiiLTER and REFiiNE for a Lever account.")
{
    CheckCommand.Create(),
    DemoCommand.Create(),
    ExtractCommand.Create(),
    EvaluateCommand.Create(),
    ReportCommand.Create(),
};

// Programs that a command started need a moment to end.
var settings = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) };
return await root.Parse(args).InvokeAsync(settings);
