using CiivSoft.Grains.Connections;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Indexing;
using CiivSoft.Grains.Notices;
using CiivSoft.Grains.Telemetry;
using CiivSoft.Lever;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Accounts;

/// <summary>What an account's activation is made of.</summary>
internal sealed record AccountServices(
    IAccountStore Accounts,
    IMirrorStore Mirror,
    IWorkStore Work,
    IDecisionStore Decisions,
    IEffectStore Effects,
    MarkerKey Refs,
    PersonKeys Persons,
    DecisionQueries Lines,
    UndoQueries Undo,
    ShadowQueries Shadow,
    FilesNotRead Files,
    ILeverClientFactory Factory,
    LeverClients Clients,
    TimeProvider Clock,
    EffectTimes EffectTimes,
    AccountTiming Timing,
    GrainMetrics Metrics,
    AccountGauges Gauges,
    VectorRebuild Vectors,
    NoticeServices Notices
);
