using CiivSoft.LeverSimulator.Generation;
using CiivSoft.LeverSimulator.World;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CiivSoft.LeverSimulator.Hosting;

/// <summary>Runs the simulator as a program: one line says where it listens, then it serves until it is stopped.</summary>
internal static class SimulatorProgram
{
    public static Task<int> RunAsync(SimulatorOptions options, CancellationToken cancellationToken) =>
        RunAsync(options, new WorldGenerator(), Console.Out, Console.Error, cancellationToken);

    private static async Task<int> RunAsync(
        SimulatorOptions options,
        IWorldGenerator generator,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        Simulator simulator;
        try
        {
            simulator = WorldFactory.Create(options, generator, new SimulatorClock(TimeProvider.System));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            await errors.WriteLineAsync(exception.Message);
            return 1;
        }

        await using var application = SimulatorHost.CreateApplication(simulator, options.Urls);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return 1;
        }

        foreach (var address in AddressesOf(application))
        {
            await output.WriteLineAsync(
                $"Lever simulator: {address}/v1 ({simulator.World.OpportunityCount} opportunities, "
                    + $"{simulator.World.Account.Postings.Count} postings; service user {WorldDefaults.ServiceUserId})"
            );
        }

        await output.FlushAsync(cancellationToken);
        if (options.StopsWithInput)
        {
            _ = InputWatch.StopAtEndAsync(application.Lifetime);
        }

        await application.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>Where it really listens, ports that the system chose included.</summary>
    public static IReadOnlyCollection<string> AddressesOf(WebApplication application) =>
        [
            .. application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
                ?? [],
        ];
}
