using System.CommandLine;
using CiivSoft.Cli;

// Programs that a command started need a moment to end.
var settings = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) };
return await CliProgram.RunAsync(CliRoot.CreateFor(args), args, settings);
