using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;

namespace CiivSoft.Grains.Switches;

/// <summary>What the switches mean for a decision.</summary>
internal static class WorkModes
{
    public static bool IsOff(this WorkOrder order, Solution solution, string? postingId) =>
        order.ModeOf(solution, postingId) == RunMode.Off;

    /// <summary>Whether what is decided for this posting is only recorded.</summary>
    public static bool IsShadowFor(this WorkOrder order, Solution solution, string? postingId) =>
        order.ModeOf(solution, postingId) != RunMode.Live;

    /// <summary>REFiiNE writes to both: nothing is written for an application of a posting in shadow either.</summary>
    public static bool IsReferralShadow(this WorkOrder order, string? appliedPostingId, string? postingId) =>
        order.IsShadowFor(Solution.Refiine, appliedPostingId) || order.IsShadowFor(Solution.Refiine, postingId);
}
