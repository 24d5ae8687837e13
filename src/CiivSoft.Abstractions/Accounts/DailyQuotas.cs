using System.Text.Json.Serialization;

namespace CiivSoft.Abstractions.Accounts;

/// <summary>
/// The most moves and leads on a day of the schedule's time zone; null sets no limit, which is the default. What exceeds a
/// quota waits for the next day. A recommendation in place of a lead counts as one.
/// </summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.DailyQuotas")]
public sealed record DailyQuotas
{
    /// <summary>Of the account in all.</summary>
    [Id(0)]
    public int? Account { get; init; }

    /// <summary>ARKiiVE's leads.</summary>
    [Id(1)]
    public int? Arkiive { get; init; }

    /// <summary>FiiLTER's moves.</summary>
    [Id(2)]
    public int? Fiilter { get; init; }

    /// <summary>REFiiNE's leads.</summary>
    [Id(3)]
    public int? Refiine { get; init; }

    /// <summary>Moves on and leads of each posting.</summary>
    [Id(4)]
    public int? Posting { get; init; }

    /// <summary>Whether none is set.</summary>
    [JsonIgnore]
    public bool AreUnlimited => (Account ?? Arkiive ?? Fiilter ?? Refiine ?? Posting) is null;

    /// <summary>The quota of one solution.</summary>
    public int? Of(Solution solution) =>
        solution switch
        {
            Solution.Arkiive => Arkiive,
            Solution.Fiilter => Fiilter,
            _ => Refiine,
        };
}
