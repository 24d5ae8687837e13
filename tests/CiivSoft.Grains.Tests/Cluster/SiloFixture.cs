using System.Collections.Concurrent;
using CiivSoft.Documents;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Lever;
using CiivSoft.Notifications;
using CiivSoft.Storage;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Activity;
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
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.TestingHost;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>A cluster in this process with the real grains on SQLite in a folder of its own. It calls a simulator over HTTP.</summary>
#pragma warning disable CA1515 // xunit makes it.
public sealed class SiloFixture : IAsyncLifetime
#pragma warning restore CA1515
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ciivsoft-grains-").FullName;
    private readonly SharedReminders _reminders = new();
    private readonly ServiceProvider _storage;
    private readonly InProcessTestCluster _cluster;

    public SiloFixture()
    {
        _storage = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddCiivSoftStorage(new StorageOptions { DataFolder = _folder })
            .BuildServiceProvider();
        Accounts = LosingAnswers.Before(_storage.GetRequiredService<IAccountStore>());
        Mirror = LosingAnswers.Before(_storage.GetRequiredService<IMirrorStore>());
        Notices = LosingAnswers.Before(_storage.GetRequiredService<INoticeStore>());
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSiloHost((_, host) => Configure(host.Services));
        builder.ConfigureSilo((_, silo) => silo.AddReminders().AddActivityPropagation());
        _cluster = builder.Build();
    }

    internal ShiftedClock Clock { get; } = new();

    /// <summary>The silos' own; its writes can fail.</summary>
    internal SharedGrainStorage States { get; } = new();

    /// <summary>The silos' own; its answers can be lost.</summary>
    internal LosingAnswers<IAccountStore> Accounts { get; }

    /// <summary>The silos' own; its answers can be lost.</summary>
    internal LosingAnswers<IMirrorStore> Mirror { get; }

    /// <summary>The silos' own; its answers can be lost.</summary>
    internal LosingAnswers<INoticeStore> Notices { get; }

    /// <summary>Whom the silos tell; nobody at first.</summary>
    internal NotifySettings Notify { get; } = new();

    internal IGrainFactory Grains => _cluster.Client;

    /// <summary>What the silos logged as errors: a test that expects none says so.</summary>
    internal ConcurrentQueue<string> Errors { get; } = new();

    internal T Store<T>()
        where T : notnull => _storage.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await Store<StorageStartup>().PrepareAsync(CancellationToken.None);
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _storage.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Another silo takes over; the old one dies without a word.</summary>
    internal async Task KillAsync()
    {
        var old = _cluster.Silos[0];
        await _cluster.StartAdditionalSiloAsync();
        await _cluster.KillSiloAsync(old);
    }

    internal Task DeactivateAsync(IAddressable grain) => _cluster.DeactivateAsync(grain);

    private void Configure(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Accounts.Store);
        services.AddSingleton(Mirror.Store);
        services.AddSingleton(Store<IWorkStore>());
        services.AddSingleton(Store<IResumeStore>());
        services.AddSingleton(Store<IDecisionStore>());
        services.AddSingleton(Store<IEffectStore>());
        services.AddSingleton(Store<IActivityStore>());
        services.AddSingleton(Store<IRequirementStore>());
        services.AddSingleton(Notices.Store);
        services.AddSingleton(Notify);
        services.AddSingleton(Store<GaugeQueries>());
        services.AddSingleton(Store<DecisionQueries>());
        services.AddSingleton(Store<UndoQueries>());
        services.AddSingleton(Store<ShadowQueries>());
        services.AddSingleton(Store<FilesNotRead>());
        services.AddSingleton(Store<ApplicationQueries>());
        services.AddSingleton(Store<MarkerKey>());
        services.AddSingleton(Store<PersonKeys>());
        services.AddSingleton<IDocumentReader>(new PlainTextReader());
        services.AddSingleton(TestEngine.Value);
        services.AddLever(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        services.Configure<LeverOptions>(o =>
        {
            o.AttemptTimeout = TimeSpan.FromSeconds(2);
            o.WriteTimeout = TimeSpan.FromSeconds(2);
            o.BaseDelay = TimeSpan.FromMilliseconds(5);
        });
        services.AddSingleton(new EffectOptions { Grace = TimeSpan.FromMilliseconds(200) });
        services.AddSingleton(
            new AccountTiming
            {
                Beat = TimeSpan.FromMilliseconds(50),
                ProbeEvery = TimeSpan.FromMilliseconds(200),
                NotifyEvery = TimeSpan.FromMilliseconds(100),
            }
        );
        services.AddCiivSoftGrains();
        services.Configure<ClusterMembershipOptions>(o =>
        {
            o.ProbeTimeout = TimeSpan.FromMilliseconds(500);
            o.NumMissedProbesLimit = 1;
            o.NumVotesForDeathDeclaration = 1;
        });
        services.AddKeyedSingleton<IGrainStorage>("Default", States);
        services.AddSingleton<IGrainStorage>(States);
        services.AddSingleton<IReminderTable>(_reminders);
        services.AddLogging(l =>
            l.AddProvider(new ErrorCollector(Errors)).AddFilter<ErrorCollector>("CiivSoft", LogLevel.Error)
        );
    }
}
