using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Effects;

public sealed class EffectTests
{
    private static readonly EffectTimes Times = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40));

    private static readonly EffectFactory Factory = new(Account, TestKeys.Refs, isShadow: false, Now);

    [Fact]
    public void The_same_effect_has_the_same_id_and_every_part_of_its_name_counts()
    {
        var ids = new[]
        {
            EffectIds.OfEffect(Account, EffectKind.Lead, "ann", "nurse"),
            EffectIds.OfEffect(new AccountKey("other"), EffectKind.Lead, "ann", "nurse"),
            EffectIds.OfEffect(Account, EffectKind.Note, "ann", "nurse"),
            EffectIds.OfEffect(Account, EffectKind.Lead, "annn", "urse"),
            EffectIds.OfEffect(Account, EffectKind.Lead, "ann", "nurse2"),
        };

        ids.Distinct().Count().ShouldBe(ids.Length);
        EffectIds.OfEffect(Account, EffectKind.Lead, "ann", "nurse").ShouldBe(ids[0]);
    }

    [Fact]
    public void Decisions_differ_by_solution_subject_and_generation()
    {
        var ids = new[]
        {
            EffectIds.OfDecision(Account, Solution.Fiilter, "app", 0),
            EffectIds.OfDecision(Account, Solution.Refiine, "app", 0),
            EffectIds.OfDecision(Account, Solution.Fiilter, "app", 1),
            EffectIds.OfDecision(Account, Solution.Fiilter, "app2", 0),
        };

        ids.Distinct().Count().ShouldBe(ids.Length);
    }

    [Fact]
    public void A_decision_made_twice_asks_for_the_same_writes()
    {
        var first = Plan(Factory);
        var second = Plan(new EffectFactory(Account, TestKeys.Refs, isShadow: false, Now.AddDays(1)));

        second
            .Select(e => (e.EffectId, e.Ref, e.PayloadJson))
            .ShouldBe(first.Select(e => (e.EffectId, e.Ref, e.PayloadJson)));

        static EffectRow[] Plan(EffectFactory factory)
        {
            var lead = factory.Lead(Decision(), "nurse", r => "recommend " + r);
            return [lead, factory.Note(Decision(), NoteRoles.Lead, lead, null, r => "lead " + r)];
        }
    }

    [Fact]
    public void A_note_carries_the_Ref_that_its_text_was_written_with_and_follows_its_parent()
    {
        var lead = Factory.Lead(Decision(), "nurse", r => r);
        var note = Factory.Note(Decision(), NoteRoles.Lead, lead, null, r => "Text\nRef " + r);

        note.Ref.ShouldNotBeNull();
        note.Ref.ShouldStartWith("CVS-");
        note.PayloadJson.ShouldNotBeNull();
        note.PayloadJson.ShouldContain(note.Ref);
        (note.ParentId, note.OpportunityId, note.State).ShouldBe((lead.EffectId, null, EffectState.Planned));
    }

    [Fact]
    public void Two_notes_of_one_decision_have_two_Refs()
    {
        var lead = Factory.Note(Decision(), NoteRoles.Lead, null, null, r => r);
        var origin = Factory.Note(Decision(), NoteRoles.Origin, null, null, r => r);

        lead.Ref.ShouldNotBe(origin.Ref);
    }

    [Fact]
    public void In_shadow_everything_is_only_recorded()
    {
        var factory = new EffectFactory(Account, TestKeys.Refs, isShadow: true, Now);
        var lead = factory.Lead(Decision(), "nurse", r => r);

        lead.State.ShouldBe(EffectState.Shadow);
        factory.Move(Decision(Solution.Fiilter), "opp").State.ShouldBe(EffectState.Shadow);
        factory.Note(Decision(), NoteRoles.Lead, lead, null, r => r).State.ShouldBe(EffectState.Shadow);
    }

    [Fact]
    public void A_recommendation_has_the_Ref_that_was_written_when_the_lead_was_decided()
    {
        var lead = Factory.Lead(Decision(), "nurse", r => "Ref " + r);
        var tag = Factory.Tag(lead, "opp");
        var note = Factory.Recommendation(lead, tag, "opp");

        note.PayloadJson.ShouldBe(lead.PayloadJson);
        note.PayloadJson!.ShouldContain(note.Ref!);
        (note.ParentId, note.OpportunityId, note.Kind).ShouldBe((tag.EffectId, "opp", EffectKind.Note));
        (tag.Kind, tag.Target, tag.PayloadJson).ShouldBe((EffectKind.Tag, "CiiVSOFT ARKiiVE", null));
        Factory.Tag(lead with { EffectId = "another" }, "opp").EffectId.ShouldBe(tag.EffectId);
    }

    [Fact]
    public void Only_leads_have_a_source() =>
        Should.Throw<ArgumentOutOfRangeException>(() => LeadSources.Of(Solution.Fiilter));

    [Fact]
    public void What_Lever_did_is_done()
    {
        var settlement = After(new LeverWriteOutcome.Done("made"));

        (settlement.State, settlement.ResultId).ShouldBe((EffectState.Done, "made"));
    }

    [Fact]
    public void A_refused_right_blocks_and_is_named()
    {
        var settlement = After(Refused(LeverRefusal.MissingRight, 403));

        (settlement.State, settlement.MissingRight, settlement.IsKeyRefused).ShouldBe(
            (EffectState.Blocked, "Create an opportunity", false)
        );
    }

    [Fact]
    public void A_refused_key_blocks_without_naming_a_right()
    {
        var settlement = After(Refused(LeverRefusal.MissingRight, 401));

        (settlement.State, settlement.MissingRight, settlement.IsKeyRefused).ShouldBe(
            (EffectState.Blocked, null, true)
        );
    }

    [Fact]
    public void Anything_else_that_Lever_refuses_fails_for_good() =>
        After(Refused(LeverRefusal.Rejected, 422)).State.ShouldBe(EffectState.Failed);

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public void Later_is_planned_again_after_what_Lever_asked_for(int? seconds)
    {
        var wait = seconds is { } s ? TimeSpan.FromSeconds(s) : (TimeSpan?)null;
        var settlement = After(new LeverWriteOutcome.Later(429, wait));

        settlement.State.ShouldBe(EffectState.Planned);
        settlement.NotBefore.ShouldBe(Now + (wait ?? TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void What_was_found_absent_once_is_looked_for_again_and_sent_again_after_the_second_time()
    {
        var unknown = Effect(state: EffectState.Unknown);

        var once = EffectSettlements.Absent(unknown, Now, Times);
        (once.State, once.AbsentReads).ShouldBe((EffectState.Unknown, 1));
        once.NotBefore.ShouldBe(Now + Times.BetweenLooks);

        EffectSettlements.Absent(unknown with { AbsentReads = 1 }, Now, Times).State.ShouldBe(EffectState.Planned);
    }

    [Fact]
    public void An_unknown_outcome_is_looked_for_soon_and_its_absence_counts_only_when_Lever_cannot_commit_it_any_more()
    {
        var lost = EffectSettlements.After(
            Effect(),
            new LeverWriteOutcome.Unknown(LeverUnknownReason.ConnectionLost, null),
            Now,
            Now,
            Times
        );
        (lost.State, lost.SentAt, lost.NotBefore).ShouldBe((EffectState.Unknown, Now, Now + Times.FirstLook));

        var unknown = Effect(state: EffectState.Unknown) with { SentAt = Now };
        var early = EffectSettlements.Absent(unknown, Now + Times.FirstLook, Times);
        (early.State, early.AbsentReads, early.NotBefore).ShouldBe((EffectState.Unknown, 0, Now + Times.Certain));

        var certain = EffectSettlements.Absent(unknown, Now + Times.Certain, Times);
        (certain.State, certain.AbsentReads).ShouldBe((EffectState.Unknown, 1));
    }

    [Fact]
    public void A_note_is_not_looked_for_before_its_absence_means_something()
    {
        var note = Effect() with { Kind = EffectKind.Note };
        var unknown = new LeverWriteOutcome.Unknown(LeverUnknownReason.ConnectionLost, null);

        var lost = EffectSettlements.After(note, unknown, Now, Now + TimeSpan.FromSeconds(1), Times);

        (lost.State, lost.NotBefore).ShouldBe((EffectState.Unknown, Now + Times.Certain));
    }

    [Fact]
    public void What_waited_too_long_for_its_turn_is_not_sent_but_claimed_again()
    {
        var claimed = Effect(state: EffectState.Sending) with { SentAt = Now };

        EffectSettlements.TooLateToSend(claimed, Now + EffectTimes.SendWithin).ShouldBeNull();
        var late = EffectSettlements.TooLateToSend(claimed, Now + EffectTimes.SendWithin + TimeSpan.FromSeconds(1));
        (late?.State, late?.NotBefore).ShouldBe((EffectState.Planned, null));
    }

    [Fact]
    public void In_a_round_children_come_after_their_parents_and_wait_for_them()
    {
        var (lead, note) = (Effect("lead"), Effect("note", EffectKind.Note, parent: "lead"));
        var alone = Effect("late", EffectKind.Note, parent: "done-before");
        var round = Round(lead, note, alone);

        round.Parents.ShouldBe([lead, alone]);
        round.Children.ShouldBe([note]);
        round.Settle(lead, EffectSettlements.Overtaken(lead, "a person was faster"));
        round.WaitsForParent(note)!.State.ShouldBe(EffectState.Planned);
        round.WaitsForParent(alone).ShouldBeNull();
    }

    [Fact]
    public void After_a_parent_that_is_done_the_child_goes_on()
    {
        var (lead, note) = (Effect("lead"), Effect("note", EffectKind.Note, parent: "lead"));
        var round = Round(lead, note);
        round.Settle(lead, EffectSettlements.Done(lead, "made") with { WasAdopted = true });

        round.WaitsForParent(note).ShouldBeNull();
        round.ParentOf(note)!.WasAdopted.ShouldBeTrue();
    }

    [Fact]
    public void A_round_that_broke_off_leaves_nothing_unsettled()
    {
        var (first, second, third) = (Effect("first"), Effect("second"), Effect("third"));
        var fourth = Effect("fourth", state: EffectState.Unknown) with { AbsentReads = 1 };
        var round = Round(first, second, third, fourth);
        round.Begin(first);
        round.Settle(first, EffectSettlements.Done(first, "made"));
        round.Begin(second);
        round.Begin(fourth);

        round
            .Settlements(Now)
            .Select(s => (s.EffectId, s.State, s.SentAt, s.AbsentReads))
            .ShouldBe([
                ("first", EffectState.Done, null, 0),
                ("second", EffectState.Unknown, Now, 0),
                ("third", EffectState.Planned, null, 0),
                ("fourth", EffectState.Unknown, null, 1),
            ]);
    }

    [Fact]
    public void Those_in_doubt_are_looked_for_together()
    {
        var (sure, one) = (Effect("sure"), Effect("one", state: EffectState.Unknown) with { ContactId = "c1" });
        var two = Effect("two", EffectKind.Move, state: EffectState.Unknown) with { ContactId = "c2" };
        var settled = Effect("settled", state: EffectState.Unknown) with { ContactId = "c3" };
        var note = Effect("note", EffectKind.Note, parent: "done-before", state: EffectState.Unknown);
        var round = Round(sure, one, two, settled, note);
        round.Settle(settled, EffectSettlements.Done(settled, "found"));

        round.ContactsInDoubtBeside(one).ShouldBe(["c2"]);
        round.ContactsInDoubtBeside(two).ShouldBe(["c1"]);
    }

    [Fact]
    public void Only_leads_that_lack_the_right_to_make_leads_are_recommended_instead()
    {
        var (right, key) = (Effect("a"), Effect("b"));
        var round = Round(right, key);
        round.Settle(right, EffectSettlements.BlockedByRight(right, LeverRoute.CreateOpportunity.Right));
        round.Settle(key, EffectSettlements.Blocked(key, "Lever did not accept the key."));

        round.LeadsThatMayNotBeMade.ShouldBe([right]);
    }

    [Fact]
    public void A_place_that_nobody_took_is_offered_to_the_next_best()
    {
        var (taken, closed, refiine) = (Effect("a"), Effect("b"), Effect("c") with { Solution = Solution.Refiine });
        var round = Round(taken, closed, refiine);
        var freed = EffectSettlements.Overtaken(taken, "Not eligible at the write: EnoughLeads.") with
        {
            FreesPlace = true,
        };
        round.Settle(taken, freed);
        round.Settle(closed, EffectSettlements.Overtaken(closed, "The posting is not open any more."));
        round.Settle(refiine, freed with { EffectId = refiine.EffectId });

        round.PostingsToRefill.ShouldBe([taken.Target]);
    }

    [Fact]
    public void Of_two_leads_planned_at_once_exactly_one_comes_first()
    {
        var (here, there) = (Effect(), Effect("other") with { Target = "chef" });

        LeadOrder.Precedes(Planned(there), here).ShouldBeTrue();
        LeadOrder.Precedes(Planned(here), there).ShouldBeFalse();
        LeadOrder.Precedes(Planned(here), here).ShouldBeFalse();
        LeadOrder.Precedes(Planned(here) with { State = EffectState.Done }, there).ShouldBeTrue();
        LeadOrder.Precedes(Planned(here) with { PlannedAt = Now.AddSeconds(-1) }, there).ShouldBeTrue();
    }

    [Fact]
    public void Of_two_contacts_of_one_person_only_one_gets_a_lead_on_a_posting()
    {
        var (ann, twin) = (Effect(), Effect("twin") with { Subject = "ann-2", ContactId = "ann-2" });

        LeadOrder.Precedes(Planned(ann), twin).ShouldBeTrue();
        LeadOrder.Precedes(Planned(twin), ann).ShouldBeFalse();
    }

    [Theory]
    [InlineData(EffectState.Sending, true)]
    [InlineData(EffectState.Unknown, true)]
    [InlineData(EffectState.Planned, false)]
    [InlineData(EffectState.Done, false)]
    public void Of_two_leads_only_the_earlier_waits_while_the_other_is_being_made(EffectState state, bool waits)
    {
        var (early, late) = (Effect(), Effect("other") with { Target = "other", PlannedAt = Now.AddSeconds(1) });

        LeadOrder.Awaits(early, Planned(late) with { State = state }).ShouldBe(waits);
        LeadOrder.Awaits(late, Planned(early) with { State = state }).ShouldBeFalse();
        LeadOrder.Awaits(early, Planned(early) with { State = state }).ShouldBeFalse();
    }

    private static Storage.Mirror.PlannedLead Planned(EffectRow effect) =>
        new(effect.Target, effect.ContactId, effect.PlannedAt, EffectState.Planned);

    private static EffectSettlement After(LeverWriteOutcome outcome) =>
        EffectSettlements.After(Effect(), outcome, Now, Now, Times);

    private static LeverWriteOutcome.Refused Refused(LeverRefusal kind, int status) =>
        new(kind, status, null, LeverRoute.CreateOpportunity);

    // Nothing is sent here.
    private static EffectRound Round(params EffectRow[] claimed) => new(claimed, Now, permits: null!);
}
