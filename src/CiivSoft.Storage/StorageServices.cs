using CiivSoft.Storage.Access;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Notices;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Requirements;
using CiivSoft.Storage.Resumes;
using CiivSoft.Storage.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CiivSoft.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServices
{
    /// <summary>
    /// Registers the stores, <see cref="MarkerKey"/>, <see cref="PersonKeys"/>, <see cref="GrainDatabase"/> and
    /// <see cref="StorageStartup"/>, which must have prepared the storage before any of them is used. Nothing is opened here.
    /// </summary>
    public static IServiceCollection AddCiivSoftStorage(this IServiceCollection services, StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<StorageMetrics>();
        services.AddSingleton(provider =>
            DatabaseFactory.Create(options, provider.GetRequiredService<StorageMetrics>())
        );
        services.AddSingleton(_ => new Lazy<KeyRing>(() => KeyRingFiles.Open(options)));
        services.AddSingleton(provider => provider.GetRequiredService<Lazy<KeyRing>>().Value);
        services.AddSingleton(provider => new LiveKeys(
            provider.GetRequiredService<KeyRing>(),
            () => KeyRingFiles.Open(options)
        ));
        services.AddSingleton(provider => new SecretBox(provider.GetRequiredService<LiveKeys>()));
        services.AddSingleton(provider => new EncryptionKeys(
            options,
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<LiveKeys>(),
            provider.GetRequiredService<SecretBox>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<TextBox>();
        services.AddSingleton<PersonBox>();
        services.AddSingleton(provider => new MarkerKey(provider.GetRequiredService<KeyRing>()));
        services.AddSingleton(provider => new PersonKeys(provider.GetRequiredService<KeyRing>()));
        services.AddSingleton(provider => new GrainDatabase(options, provider.GetRequiredService<Database>()));
        services.AddSingleton(provider => new StorageMaintenance(provider.GetRequiredService<Database>()));
        services.AddSingleton(provider => new StorageStartup(
            options,
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<Lazy<KeyRing>>(),
            new Lazy<EncryptionKeys>(provider.GetRequiredService<EncryptionKeys>),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services.AddStores().AddQueries();
    }

    private static IServiceCollection AddStores(this IServiceCollection services) =>
        services
            .AddSingleton<IAccountStore, AccountStore>()
            .AddSingleton<IMirrorStore, MirrorStore>()
            .AddSingleton<IWorkStore, WorkStore>()
            .AddSingleton<IResumeStore, ResumeStore>()
            .AddSingleton<IDecisionStore, DecisionStore>()
            .AddSingleton<IEffectStore, EffectStore>()
            .AddSingleton<IActivityStore, ActivityStore>()
            .AddSingleton<IRequirementStore, RequirementStore>()
            .AddSingleton<INoticeStore, NoticeStore>();

    private static IServiceCollection AddQueries(this IServiceCollection services) =>
        services
            .AddSingleton(p => new LoginTicketStore(
                p.GetRequiredService<Database>(),
                p.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(p => new FilesNotRead(p.GetRequiredService<Database>()))
            .AddSingleton(p => new DecisionQueries(p.GetRequiredService<Database>(), p.GetRequiredService<TextBox>()))
            .AddSingleton(p => new QueueQueries(p.GetRequiredService<Database>()))
            .AddSingleton(p => new UndoQueries(p.GetRequiredService<Database>()))
            .AddSingleton(p => new ShadowQueries(p.GetRequiredService<Database>()))
            .AddSingleton(p => new GaugeQueries(p.GetRequiredService<Database>(), p.GetRequiredService<IWorkStore>()))
            .AddSingleton(p => new ActivityQueries(p.GetRequiredService<Database>()))
            .AddSingleton(p => new ApplicationQueries(p.GetRequiredService<Database>()))
            .AddSingleton(p => new PostingQueries(p.GetRequiredService<Database>()));
}
