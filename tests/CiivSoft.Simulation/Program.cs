using CiivSoft.Simulation;

return await SimulationCommand.RunAsync(args, Console.Out);
