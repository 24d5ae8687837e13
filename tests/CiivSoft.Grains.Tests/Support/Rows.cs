using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Tests.Support;

/// <summary>Rows and settings with sensible values; a test names what it is about.</summary>
internal static class Rows
{
    public const string Screened = "stage-screened";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly AccountKey Account = new("acme");

    public static readonly IReadOnlyList<StageInfo> Stages =
    [
        new("lead-new", "New lead"),
        new("applicant-new", "New applicant"),
        new(Screened, "CiiVSOFT SCREENED"),
        new("stage-phone", "Phone interview"),
        new("offer", "Offer"),
    ];

    public static EligibilityRules Rules { get; } =
        EligibilityRules.For(new AccountSettings(), Stages, hiredReasonId: null, isShadow: false);

    public static long Ms(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    public static OpportunityRow Opportunity(
        string id = "opp",
        string contact = "ann",
        string? posting = "nurse",
        string stage = "applicant-new"
    ) =>
        new()
        {
            OpportunityId = id,
            ContactId = contact,
            PostingId = posting,
            ApplicationId = posting is null ? null : "app-" + id,
            StageId = stage,
            Origin = "applied",
            CreatedAtMs = Ms(Now.AddDays(-1)),
            UpdatedAtMs = Ms(Now.AddDays(-1)),
        };

    public static OpportunityRow ArchivedFor(this OpportunityRow opportunity, TimeSpan ago, string? reason = "other") =>
        opportunity with
        {
            ArchivedAtMs = Ms(Now - ago),
            ArchiveReasonId = reason,
        };

    public static PostingRow Posting(string id = "nurse", bool isOpen = true) =>
        new()
        {
            PostingId = id,
            Title = id,
            State = isOpen ? "published" : "closed",
            IsOpen = isOpen,
            Text = "text of " + id,
            ContentHash = "hash-" + id,
            CreatedAtMs = Ms(Now.AddDays(-2)),
            UpdatedAtMs = Ms(Now.AddDays(-2)),
        };

    public static ContactRow Contact(string id = "ann") =>
        new()
        {
            ContactId = id,
            PersonKey = "key-" + id,
            PersonJson = "{}",
        };

    public static PersonSnapshot Person(params OpportunityRow[] opportunities) =>
        new(Contact(opportunities is [var first, ..] ? first.ContactId : "ann"), opportunities, []);

    public static PlannedLead Lead(string posting, TimeSpan ago, EffectState state = EffectState.Done) =>
        new(posting, "ann", Now - ago, state);

    public static DecisionRow Decision(Solution solution = Solution.Arkiive, string id = "decision") =>
        new()
        {
            DecisionId = id,
            Solution = solution,
            Subject = "subject",
            ContactId = "ann",
            PostingId = "nurse",
            Verdict = "lead",
            ModelVersion = "m",
            PolicyVersion = "p",
            IsShadow = false,
            DecidedAt = Now,
        };

    public static EffectRow Effect(
        string id = "effect",
        EffectKind kind = EffectKind.Lead,
        EffectState state = EffectState.Sending,
        string? parent = null
    ) =>
        new()
        {
            EffectId = id,
            Kind = kind,
            Subject = "ann",
            Target = "nurse",
            DecisionId = "decision",
            ParentId = parent,
            Solution = Solution.Arkiive,
            ContactId = "ann",
            PostingId = "nurse",
            State = state,
            PlannedAt = Now,
        };
}
