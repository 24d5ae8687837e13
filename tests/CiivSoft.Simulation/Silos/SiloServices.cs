using CiivSoft.Documents;
using CiivSoft.Grains;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Postings;
using CiivSoft.Lever;
using CiivSoft.Simulation.Lever;
using CiivSoft.Simulation.Planted;
using CiivSoft.Simulation.Storage;
using CiivSoft.Simulation.Worlds;
using CiivSoft.Storage;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;
using CiivSoft.Storage.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CiivSoft.Simulation.Silos;

/// <summary>
/// The product's own registrations; around them virtual time, the seed's chance, Lever as a handler in memory, and a step
/// before and after each call of a store.
/// </summary>
internal static class SiloServices
{
    public static ServiceProvider Build(SimulatedWorld world, SimulatedSilo silo)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(silo.Time);
        services.AddSingleton<IGrainFactory>(silo.Grains);
        services.AddSingleton(world.Engine);
        services.AddSingleton<IDocumentReader, NoDocuments>();
        services.AddSingleton(new EffectOptions { Grace = world.Bug?.Grace ?? TimeSpan.FromSeconds(60) });
        services.AddSingleton(Options.Create(new LeverOptions()));
        services.AddSingleton(
            new AccountTiming { Beat = world.Setting.Beat, AskWhoHoldsEvery = world.Setting.AskWhoHoldsEvery }
        );
        services.AddSingleton(new SearchSlots(1)); // whatever machine replays the seed
        services.AddSingleton<ILoggerFactory>(world.Logs);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton<ILeverClientFactory>(Factory(world, silo));
        AddStores(services, world, silo);
        services.AddCiivSoftGrains();
        return services.BuildServiceProvider();
    }

    private static PlantedClientFactory Factory(SimulatedWorld world, SimulatedSilo silo)
    {
#pragma warning disable CA2000 // The factory disposes the handler, and lives as long as the world.
        var factory = new LeverClientFactory(
            Options.Create(new LeverOptions()),
            silo.Time,
            world.Chance.Random,
            world.Logs,
            new SimulatedNetwork(world, silo)
        );
#pragma warning restore CA2000
        world.Owns(factory);
        return new PlantedClientFactory(factory, silo, world.Bug);
    }

    // The product's own, on the simulation's database and keys.
    private static void AddStores(ServiceCollection services, SimulatedWorld world, SimulatedSilo silo)
    {
        services.AddCiivSoftStorage(new StorageOptions());
        services.AddSingleton(world.Database.Database);
        services.AddSingleton(world.Keys);
        services.AddSingleton(p => new TextBox(p.GetRequiredService<SecretBox>(), quality: 1)); // What it saves is memory of a moment.
        Step<IAccountStore>();
        Step<IMirrorStore>();
        Step<IWorkStore>();
        Step<IResumeStore>();
        Step<IDecisionStore>();
        Step<IEffectStore>();
        Step<IActivityStore>();

        void Step<T>()
            where T : class
        {
            var store = services.Last(s => s.ServiceType == typeof(T)).ImplementationType;
            var planting = world.Bug?.Store == typeof(T) ? world.Bug.InStore : null;
            services.AddSingleton(provider =>
                Interceptor.Before((T)ActivatorUtilities.CreateInstance(provider, store!), silo, planting) // Registered by its type.
            );
        }
    }

    /// <summary>Résumés of the simulation come as parsed data, which needs no reader.</summary>
    private sealed class NoDocuments : IDocumentReader
    {
        public Task<DocumentReading> ReadAsync(
            ReadOnlyMemory<byte> content,
            string fileName,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException("There are no documents in the simulation.");
    }
}
