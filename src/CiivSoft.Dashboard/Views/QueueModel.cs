using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Work;

namespace CiivSoft.Dashboard.Views;

/// <summary>What the queue's page shows.</summary>
public sealed record QueueModel
{
    /// <summary>How much is stuck.</summary>
    public required QueueCounts Counts { get; init; }

    /// <summary>How much work waits; null when not asked for.</summary>
    public required WorkCounts Work { get; init; }

    /// <summary>Effects of the chosen state; empty when another list is chosen.</summary>
    public IReadOnlyList<EffectLine> Effects { get; init; } = [];

    /// <summary>Work that is due or put off; empty when another list is chosen.</summary>
    public IReadOnlyList<WorkItem> Items { get; init; } = [];

    /// <summary>People who could not be read; empty when another list is chosen.</summary>
    public IReadOnlyList<NotReadPerson> NotRead { get; init; } = [];

    /// <summary>Names of the people in the lists.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Next { get; init; }
}

/// <summary>The lists of the queue's page.</summary>
internal static class QueueLists
{
    public const string Waiting = "waiting";
    public const string Later = "later";
    public const string NotRead = "not-read";

    /// <summary>The state of effects that a list shows; null when it shows none.</summary>
    public static EffectState? State(string list) =>
        list switch
        {
            "sending" => EffectState.Sending,
            "unknown" => EffectState.Unknown,
            "blocked" => EffectState.Blocked,
            "failed" => EffectState.Failed,
            _ => null,
        };
}
