using CiivSoft.LeverSimulator.Hosting;

return await CommandLine.Create(SimulatorProgram.RunAsync).Parse(args).InvokeAsync();
