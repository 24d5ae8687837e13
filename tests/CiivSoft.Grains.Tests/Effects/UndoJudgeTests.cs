using CiivSoft.Abstractions;
using CiivSoft.Grains.Undoing;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Tests.Effects;

/// <summary>Whether a person has touched since, by all that Lever shows.</summary>
public sealed class UndoJudgeTests
{
    private const string Service = "service-user";
    private const string OurRef = "CVS-0123456789ABCDEF";
    private static readonly DateTimeOffset Then = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly UndoIds Ids = new(Service, "screened", "applicant-new", "withdrawn-reason");

    [Fact]
    public void What_stands_as_we_left_it_is_clear()
    {
        JudgeMove(Moved()).ShouldBeOfType<UndoJudgement.Clear>();
        JudgeLead(Made()).ShouldBeOfType<UndoJudgement.Clear>();
    }

    [Fact]
    public void Our_own_notes_and_tags_are_nobody_elses_touch()
    {
        var noted = Moved() with { LastInteractionAt = Then.AddSeconds(20) };
        var ours = Note("FiiLTER screened\nRef " + OurRef, Service, Then.AddSeconds(20));
        var tagged = Moved() with { UpdatedAt = Then.AddMinutes(5) };

        JudgeMove(noted, ours).ShouldBeOfType<UndoJudgement.Clear>();
        JudgeMove(tagged, taggedAt: Then.AddMinutes(5)).ShouldBeOfType<UndoJudgement.Clear>();
        JudgeMove(tagged).ShouldBeOfType<UndoJudgement.LeftAlone>();
    }

    [Fact]
    public void A_comment_of_anybody_else_after_ours_counts_even_with_our_Ref_in_it()
    {
        foreach (
            var note in new[]
            {
                Note("Called.", "recruiter", Then.AddSeconds(1)),
                Note("As they say\nRef " + OurRef, "recruiter", Then.AddSeconds(1)),
                Note("Ours?\nRef CVS-FFFFFFFFFFFFFFFF", Service, Then.AddSeconds(1)),
                Note("When?", "recruiter", at: null),
            }
        )
        {
            JudgeMove(Moved(), note).ShouldBeOfType<UndoJudgement.LeftAlone>(note.Fields[0].Value);
        }

        JudgeMove(Moved(), Note("Before.", "recruiter", Then.AddSeconds(-1))).ShouldBeOfType<UndoJudgement.Clear>();
    }

    [Fact]
    public void A_move_that_somebody_else_made_or_undid_is_left_alone()
    {
        var theirs = Moved() with { StageChanges = [Change("screened", "recruiter", Then)] };
        var back = Moved() with
        {
            StageId = "applicant-new",
            StageChanges = [Change("screened", Service, Then), Change("applicant-new", "recruiter", Then.AddHours(1))],
        };
        var thereAndBack = Moved() with
        {
            StageChanges =
            [
                Change("screened", Service, Then),
                Change("phone", "recruiter", Then.AddHours(1)),
                Change("screened", "recruiter", Then.AddHours(2)),
            ],
        };

        JudgeMove(theirs).ShouldBeOfType<UndoJudgement.LeftAlone>();
        JudgeMove(back).ShouldBeOfType<UndoJudgement.LeftAlone>();
        JudgeMove(thereAndBack).ShouldBeOfType<UndoJudgement.LeftAlone>();
    }

    [Fact]
    public void What_we_undid_ourselves_is_undone()
    {
        var back = Moved() with
        {
            StageId = "applicant-new",
            StageChanges = [Change("screened", Service, Then), Change("applicant-new", Service, Then.AddHours(1))],
        };
        var archived = Made() with { Archived = new LeverArchived { ReasonId = "withdrawn-reason" } };

        JudgeMove(back).ShouldBeOfType<UndoJudgement.IsUndone>();
        JudgeLead(archived).ShouldBeOfType<UndoJudgement.IsUndone>();
        JudgeLead(archived with { Archived = new LeverArchived { ReasonId = "theirs" } })
            .ShouldBeOfType<UndoJudgement.LeftAlone>();
    }

    [Fact]
    public void A_lead_without_our_whole_mark_is_left_alone()
    {
        LeverOpportunity[] others =
        [
            Made() with
            {
                Sources = ["Job site"],
            },
            Made() with
            {
                Sources = ["CiiVSOFT REFiiNE"],
            },
            Made() with
            {
                SourcedById = "recruiter",
            },
            Made() with
            {
                ContactId = "somebody else",
            },
            Made() with
            {
                Applications = [new LeverApplication { Id = "a", PostingId = "another" }],
            },
        ];

        others.ShouldAllBe(o => JudgeLead(o) is UndoJudgement.LeftAlone);
    }

    [Fact]
    public void Later_times_and_other_stages_mean_that_it_was_touched()
    {
        JudgeLead(Made() with { UpdatedAt = Then.AddSeconds(2) }).ShouldBeOfType<UndoJudgement.LeftAlone>();
        JudgeLead(Made() with { LastInteractionAt = Then.AddHours(2) }).ShouldBeOfType<UndoJudgement.LeftAlone>();
        JudgeLead(Made() with { StageId = "lead-reached-out" }).ShouldBeOfType<UndoJudgement.LeftAlone>();
        JudgeLead(Made() with { IsAnonymized = true }).ShouldBeOfType<UndoJudgement.LeftAlone>();
        JudgeLead(null).ShouldBeOfType<UndoJudgement.LeftAlone>();
    }

    private static UndoJudgement JudgeMove(
        LeverOpportunity? seen,
        LeverNote? note = null,
        DateTimeOffset? taggedAt = null
    ) => Judge(Action(EffectKind.Move, "o", "screened", Solution.Fiilter), seen, note, taggedAt);

    private static UndoJudgement JudgeLead(LeverOpportunity? seen) =>
        Judge(Action(EffectKind.Lead, "c", "p", Solution.Arkiive), seen, note: null, taggedAt: null);

    private static UndoJudgement Judge(
        UndoRow action,
        LeverOpportunity? seen,
        LeverNote? note,
        DateTimeOffset? taggedAt
    ) =>
        UndoJudge.Judge(
            action,
            new UndoView(seen, note is null ? [] : [note], new HashSet<string> { OurRef }, taggedAt),
            Ids
        );

    private static LeverOpportunity Moved() =>
        new()
        {
            Id = "o",
            ContactId = "c",
            StageId = "screened",
            StageChanges = [Change("applicant-new", null, Then.AddDays(-1)), Change("screened", Service, Then)],
            CreatedAt = Then.AddDays(-1),
            UpdatedAt = Then.AddMilliseconds(1),
            LastInteractionAt = Then,
            LastAdvancedAt = Then,
        };

    private static LeverOpportunity Made() =>
        new()
        {
            Id = "o",
            ContactId = "c",
            StageId = "lead-new",
            Sources = ["CiiVSOFT ARKiiVE"],
            SourcedById = Service,
            Applications = [new LeverApplication { Id = "a", PostingId = "p" }],
            StageChanges = [Change("lead-new", Service, Then)],
            CreatedAt = Then,
            UpdatedAt = Then.AddMilliseconds(4),
        };

    private static LeverStageChange Change(string stage, string? user, DateTimeOffset at) =>
        new()
        {
            ToStageId = stage,
            UserId = user,
            UpdatedAt = at,
        };

    private static LeverNote Note(string text, string user, DateTimeOffset? at) =>
        new()
        {
            Id = "n",
            Fields =
            [
                new LeverComment
                {
                    Value = text,
                    UserId = user,
                    CreatedAt = at,
                },
            ],
        };

    private static UndoRow Action(EffectKind kind, string subject, string target, Solution solution) =>
        new()
        {
            EffectId = "e",
            Kind = kind,
            Subject = subject,
            Target = target,
            Solution = solution,
            DecisionId = "d",
            ContactId = "c",
            OpportunityId = "o",
        };
}
