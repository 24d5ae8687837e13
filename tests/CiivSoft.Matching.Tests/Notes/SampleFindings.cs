using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Notes;

/// <summary>What a note may tell of: a nurse of whom each judgement is made once.</summary>
internal static class SampleFindings
{
    public static readonly IReadOnlyList<Finding> Nurse =
    [
        Finding(
            RequirementKind.Role,
            "Experience as Staff Nurse",
            1,
            Judgement.Met,
            "Staff Nurse, Mercy Hospital, 03/2016 - 05/2019"
        ),
        Finding(
            RequirementKind.Years,
            "3+ years in intensive care",
            0.8,
            Judgement.Met,
            "6 years of experience in intensive care",
            100
        ),
        Finding(
            RequirementKind.Skill,
            "intensive care",
            0.7,
            Judgement.Met,
            "6 years of experience in intensive care",
            100
        ),
        Finding(
            RequirementKind.Skill,
            "wound care",
            0.7,
            Judgement.Met,
            "Performed wound dressing for 20 patients a day",
            200
        ),
        Finding(RequirementKind.Licence, "Nursing registration", 0.9, Judgement.Unknown),
        Finding(RequirementKind.Language, "Spanish, fluent", 0.8, Judgement.Partly, "Spanish (B1)", 300),
        Finding(RequirementKind.Education, "Master's degree", 0.6, Judgement.NotMet),
    ];

    public static Finding Finding(
        RequirementKind kind,
        string text,
        double weight,
        Judgement judgement,
        string? quote = null,
        int start = 0
    ) =>
        new(
            new Requirement
            {
                Id = text,
                Kind = kind,
                Importance = RequirementImportance.Must,
                Weight = weight,
                Text = text,
                Terms = [],
            },
            judgement,
            quote is null ? null : new Quote(quote, start)
        );
}
