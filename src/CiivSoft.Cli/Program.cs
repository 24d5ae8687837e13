using System.CommandLine;
using CiivSoft.Cli.Evaluation;
using CiivSoft.Cli.Extraction;

var root = new RootCommand("Operates CiivSoft: ARKiiVE, FiiLTER and REFiiNE for a Lever account.")
{
    ExtractCommand.Create(),
    EvaluateCommand.Create(),
    ReportCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
