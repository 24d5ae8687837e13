using System.Collections.Immutable;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Effects;

/// <summary>
/// The rights that effects need, each with its reads before the write; and which effects may try a missing one. Once a right
/// was refused, what needs it is blocked without a call. A scan lets one effect try; the rest follow when it is done.
/// </summary>
internal sealed class EffectRights
{
    private static readonly ImmutableArray<string> OfLeads =
    [
        LeverRoute.ListOpportunities.Right,
        LeverRoute.GetPosting.Right,
        LeverRoute.CreateOpportunity.Right,
    ];

    private static readonly ImmutableArray<string> OfMoves =
    [
        LeverRoute.GetOpportunity.Right,
        LeverRoute.GetPosting.Right,
        LeverRoute.MoveToStage.Right,
    ];

    private static readonly ImmutableArray<string> OfRestoring =
    [
        LeverRoute.GetOpportunity.Right,
        LeverRoute.ListNotes.Right,
        LeverRoute.MoveToStage.Right,
    ];

    private static readonly ImmutableArray<string> OfWithdrawing =
    [
        LeverRoute.GetOpportunity.Right,
        LeverRoute.ListNotes.Right,
        LeverRoute.ListArchiveReasons.Right,
        LeverRoute.ArchiveOpportunity.Right,
    ];

    private readonly Dictionary<string, string> _probes = new(StringComparer.Ordinal);

    /// <summary>What an effect uses in any case.</summary>
    public static ImmutableArray<string> Of(EffectKind kind) =>
        kind switch
        {
            EffectKind.Lead => OfLeads,
            EffectKind.Move => OfMoves,
            EffectKind.Tag => [LeverRoute.AddTags.Right],
            EffectKind.Restore => OfRestoring,
            EffectKind.Withdraw => OfWithdrawing,
            _ => [LeverRoute.AddNote.Right],
        };

    /// <summary>The first missing right that keeps an effect from being begun, that to write notes before all; null when it may be.</summary>
    public string? Missing(EffectRow effect, IReadOnlySet<string> missing) =>
        _probes.ContainsKey(effect.EffectId) ? null
        : missing.Contains(LeverRoute.AddNote.Right) ? LeverRoute.AddNote.Right
        : Of(effect.Kind).FirstOrDefault(missing.Contains);

    /// <summary>This effect tries a right for the others that wait for it.</summary>
    public void Try(string effectId, string right) => _probes[effectId] = right;

    /// <summary>
    /// The right that an effect was trying, when it came to an end other than done or refused: another one has to try. Null
    /// for every other effect, and while its end is not known.
    /// </summary>
    public string? TakeUntried(EffectRow effect, EffectSettlement settlement)
    {
        if (
            settlement.State is EffectState.Planned or EffectState.Unknown
            || !_probes.Remove(effect.EffectId, out var right)
        )
        {
            return null;
        }

        return settlement.State is EffectState.Done or EffectState.Blocked ? null : right;
    }

    /// <summary>What is proven by an effect that is done: the rights it uses, and the one that it tried.</summary>
    public IReadOnlyList<string> ProvenBy(EffectRow effect) =>
        _probes.TryGetValue(effect.EffectId, out var tried)
            ? [.. Of(effect.Kind).Append(tried).Distinct(StringComparer.Ordinal)]
            : Of(effect.Kind);
}
