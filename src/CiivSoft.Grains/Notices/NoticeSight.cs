using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Grains.Notices;

/// <summary>What of an account may be worth telling, as it stands now.</summary>
internal sealed record NoticeSight
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>What lasts and needs a person.</summary>
    public ImmutableArray<Finding> Troubles { get; init; } = [];

    /// <summary>Values whose change is told, by the code of the change: each a name with its value.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Values { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Empty;

    /// <summary>When the last digest was due; null for no digests.</summary>
    public DateTimeOffset? DigestDueAt { get; init; }

    /// <summary>Time between scans: a right that is asked for once a scan is not back because a scan has just begun.</summary>
    public TimeSpan ScanEvery { get; init; }
}
