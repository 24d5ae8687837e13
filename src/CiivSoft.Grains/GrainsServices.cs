using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Connections;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Indexing;
using CiivSoft.Grains.Notices;
using CiivSoft.Grains.Postings;
using CiivSoft.Grains.Replays;
using CiivSoft.Grains.Rerunning;
using CiivSoft.Grains.Telemetry;
using CiivSoft.Lever;
using CiivSoft.Matching;
using CiivSoft.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CiivSoft.Grains;

/// <summary>Registers what the grains are made of. Storage, the Lever client and the document reader are registered by whoever hosts them.</summary>
public static class GrainsServices
{
    /// <summary>Adds the grains' services; calling it again adds nothing.</summary>
    public static IServiceCollection AddCiivSoftGrains(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new EffectOptions());
        services.TryAddSingleton(s => new EffectTimes(
            s.GetRequiredService<IOptions<LeverOptions>>().Value.WriteTimeout,
            s.GetRequiredService<EffectOptions>().Grace
        ));
        services.TryAddSingleton(new AccountTiming());
        services.TryAddSingleton<IMatchingEngine>(_ => MatchingEngine.LoadDefault());
        services.TryAddSingleton(new NotifySettings());
        services.TryAddSingleton<NoticeSenders>();
        services.TryAddSingleton<NoticeServices>();
        services.TryAddSingleton<LeverClients>();
        services.TryAddSingleton<PostingCatalog>();
        services.TryAddSingleton<PostingRequirements>();
        services.TryAddSingleton<VectorRebuild>();
        services.TryAddSingleton<ResumeFetcher>();
        services.TryAddSingleton<ResumeReading>();
        services.TryAddSingleton<ApplicationDecider>();
        services.TryAddSingleton<RerunFinder>();
        services.TryAddSingleton<CandidateWork>();
        services.TryAddSingleton(_ => SearchSlots.OfThisMachine());
        services.TryAddSingleton<ArkiiveWork>();
        services.TryAddSingleton<ReplayWork>();
        services.TryAddSingleton<GrainMetrics>();
        services.TryAddSingleton<AccountGauges>();
        services.TryAddSingleton<AccountServices>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IIncomingGrainCallFilter, GrainCallCounter>());
        services.AddHostedService<WaitingWatch>(); // once, however often this is called
        return services;
    }
}
