using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Effects;

/// <summary>
/// Which of a person's leads comes first, when several were planned at once: each is held against those before it, so that
/// one of them is made, and not none because each sees the other.
/// </summary>
internal static class LeadOrder
{
    /// <summary>Whether a lead of the person is made already, or was planned before this one; never this one itself.</summary>
    public static bool Precedes(PlannedLead lead, EffectRow effect) =>
        !IsSame(lead, effect) && (lead.State == EffectState.Done || Compare(lead, effect) < 0);

    /// <summary>
    /// Whether another lead of the person is being made that does not precede this one, as when this one was planned earlier
    /// and stored later. Where it would leave no room for this one, this one waits for its end. Of two only the earlier one
    /// waits, and the other counts it; so one of them always goes on.
    /// </summary>
    public static bool Awaits(EffectRow effect, PlannedLead lead) =>
        !IsSame(lead, effect) && lead.State is EffectState.Sending or EffectState.Unknown && !Precedes(lead, effect);

    private static bool IsSame(PlannedLead lead, EffectRow effect) =>
        lead.PostingId == effect.Target && lead.ContactId == effect.ContactId;

    private static int Compare(PlannedLead lead, EffectRow effect)
    {
        var byTime = lead.PlannedAt.CompareTo(effect.PlannedAt);
        var byPosting = byTime != 0 ? byTime : string.CompareOrdinal(lead.PostingId, effect.Target);
        return byPosting != 0 ? byPosting : string.CompareOrdinal(lead.ContactId, effect.ContactId);
    }
}
