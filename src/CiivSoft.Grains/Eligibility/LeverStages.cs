using CiivSoft.Abstractions.Candidates;

namespace CiivSoft.Grains.Eligibility;

/// <summary>Finds stages: by Lever's built-in id first, else by text (lever-api.md, 5.9).</summary>
internal static class LeverStages
{
    public const string NewApplicantId = "applicant-new";
    public const string OfferId = "offer";

    private const string NewApplicantText = "New applicant";

    public static StageInfo? FindNewApplicant(IReadOnlyList<StageInfo> stages) =>
        Find(stages, s => s.StageId == NewApplicantId) ?? FindByText(stages, NewApplicantText);

    public static StageInfo? FindScreened(IReadOnlyList<StageInfo> stages, string text) => FindByText(stages, text);

    private static StageInfo? FindByText(IReadOnlyList<StageInfo> stages, string text) =>
        Find(stages, s => string.Equals(s.Text.Trim(), text.Trim(), StringComparison.OrdinalIgnoreCase));

    private static StageInfo? Find(IReadOnlyList<StageInfo> stages, Func<StageInfo, bool> isWanted)
    {
        foreach (var stage in stages)
        {
            if (isWanted(stage))
            {
                return stage;
            }
        }

        return null;
    }
}
