using CiivSoft.Abstractions.Accounts;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Work;

namespace CiivSoft.Cli.Checking.Recordings;

/// <summary>What our tables hold of an account.</summary>
internal sealed record AccountTables
{
    public required string Account { get; init; }

    public required Uri LeverUrl { get; init; }

    /// <summary>When it was first connected, milliseconds since the Unix epoch.</summary>
    public required long ConnectedAt { get; init; }

    public AccountFacts Facts { get; init; } = new();

    public IReadOnlyList<DecisionRow> Decisions { get; init; } = [];

    public IReadOnlyList<EffectRow> Effects { get; init; } = [];

    /// <summary>What is still queued.</summary>
    public IReadOnlyList<WorkItem> Work { get; init; } = [];

    /// <summary>The rows of people whose applications are not decided, by contact.</summary>
    public IReadOnlyDictionary<string, ContactRow> Undecided { get; init; } = new Dictionary<string, ContactRow>();
}

/// <summary>What the account's grain remembers, as far as the rules ask.</summary>
internal sealed record AccountFacts
{
    public ConnectionStatus Connection { get; init; } = ConnectionStatus.Connected;

    public AccountMode Mode { get; init; } = AccountMode.Live;

    public AccountSettings Settings { get; init; } = new();

    public IReadOnlyList<PauseScope> Pauses { get; init; } = [];

    public SyncFacts Sync { get; init; } = new();
}

/// <summary>The first synchronisation.</summary>
internal sealed record SyncFacts
{
    public bool IsComplete { get; init; } = true;
}
