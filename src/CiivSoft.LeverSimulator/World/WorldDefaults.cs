using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.World;

/// <summary>What every account starts with. The ids are the same in every world, so that commands and tests can name them.</summary>
internal static class WorldDefaults
{
    public const string ServiceUserId = "c11f50f7-5e1f-4c0d-8a11-000000000001";
    public const string AdminUserId = "c11f50f7-5e1f-4c0d-8a11-000000000002";
    public const string RecruiterUserId = "c11f50f7-5e1f-4c0d-8a11-000000000003";
    public const string LeadNew = "lead-new";
    public const string ApplicantNew = "applicant-new";
    public const string Offer = "offer";
    public const string ScreenedStageId = "5c4ee7ed-0c11-4f50-9f70-000000000101";
    public const string ScreenedStageText = "CiiVSOFT SCREENED";
    public const string HiredReasonId = "a4c41fed-0c11-4f50-9f70-000000000201";
    public const string NotAFitReasonId = "a4c41fed-0c11-4f50-9f70-000000000202";

    private const string RecruiterScreenId = "5c4ee7ed-0c11-4f50-9f70-000000000102";
    private const string PhoneInterviewId = "5c4ee7ed-0c11-4f50-9f70-000000000103";
    private const string OnsiteInterviewId = "5c4ee7ed-0c11-4f50-9f70-000000000104";
    private const string WithdrewReasonId = "a4c41fed-0c11-4f50-9f70-000000000203";
    private const string PositionClosedReasonId = "a4c41fed-0c11-4f50-9f70-000000000204";

    /// <param name="now">When the users were made.</param>
    /// <param name="withScreened">False leaves the stage <c>CiiVSOFT SCREENED</c> out, as in an account whose admin has not made it.</param>
    public static AccountFrame CreateFrame(long now, bool withScreened = true) =>
        new()
        {
            Stages = [.. CreateStages().Where(stage => withScreened || stage.Id != ScreenedStageId)],
            ArchiveReasons =
            [
                new ArchiveReason(HiredReasonId, "Hired", IsHired: true),
                new ArchiveReason(NotAFitReasonId, "Underqualified"),
                new ArchiveReason(WithdrewReasonId, "Withdrew"),
                new ArchiveReason(PositionClosedReasonId, "Position closed"),
            ],
            Users = CreateUsers(now),
        };

    private static ImmutableArray<Stage> CreateStages() =>
        [
            new(LeadNew, "New lead", "lead", 1),
            new("lead-reached-out", "Reached out", "lead", 3),
            new("lead-responded", "Responded", "lead", 5),
            new(ApplicantNew, "New applicant", "applicant", 101),
            new(ScreenedStageId, ScreenedStageText, "applicant", 105.5),
            new(RecruiterScreenId, "Recruiter screen", "screen", 201),
            new(PhoneInterviewId, "Phone interview", "screen", 205),
            new(OnsiteInterviewId, "On-site interview", "onsite", 231),
            new(Offer, "Offer", "offer", 261),
        ];

    private static ImmutableArray<User> CreateUsers(long now) =>
        [
            CreateUser(ServiceUserId, "CiiVSOFT Service User", "ciivsoft@example.com", "interviewer", now),
            CreateUser(AdminUserId, "Ada Admin", "ada.admin@example.com", "super admin", now),
            CreateUser(RecruiterUserId, "Rita Recruiter", "rita.recruiter@example.com", "team member", now),
        ];

    private static User CreateUser(string id, string name, string email, string role, long now) =>
        new()
        {
            Id = id,
            Name = name,
            Email = email,
            AccessRole = role,
            CreatedAt = now,
        };
}
