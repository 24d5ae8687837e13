using System.Collections.Frozen;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;

namespace CiivSoft.Grains.Eligibility;

/// <summary>What the gate needs to know of the account, besides the person and the posting.</summary>
/// <param name="LaterStages">Stages after <c>CiiVSOFT SCREENED</c>; after New applicant where that stage is missing.</param>
/// <param name="HiredReasonId">The archive reason that means hired; null when not known.</param>
/// <param name="IncludeConfidential">Whether confidential records take part.</param>
/// <param name="LeadsPerPerson">At most so many of our leads in <see cref="LeadWindow"/>.</param>
/// <param name="LeaveArchivedFor">How long somebody archived on a posting is left alone there.</param>
/// <param name="CountsShadow">Whether leads that were only recorded count too, as they do while the account is in shadow.</param>
internal sealed record EligibilityRules(
    FrozenSet<string> LaterStages,
    string? HiredReasonId,
    bool IncludeConfidential,
    int LeadsPerPerson,
    TimeSpan LeaveArchivedFor,
    bool CountsShadow
)
{
    /// <summary>The span in which a person gets at most <see cref="LeadsPerPerson"/> leads.</summary>
    public static readonly TimeSpan LeadWindow = TimeSpan.FromDays(30);

    /// <summary>The rules as they stand for an account.</summary>
    public static EligibilityRules For(
        AccountSettings settings,
        IReadOnlyList<StageInfo> stages,
        string? hiredReasonId,
        bool isShadow
    ) =>
        new(
            StagesAfterScreening(settings, stages),
            hiredReasonId,
            settings.IncludeConfidential,
            settings.LeadsPerPerson,
            settings.LeaveArchivedFor,
            isShadow
        );

    private static FrozenSet<string> StagesAfterScreening(AccountSettings settings, IReadOnlyList<StageInfo> stages)
    {
        var from = LeverStages.FindScreened(stages, settings.ScreenedStage) ?? LeverStages.FindNewApplicant(stages);
        return stages.SkipWhile(s => s.StageId != from?.StageId).Skip(1).Select(s => s.StageId).ToFrozenSet();
    }
}
