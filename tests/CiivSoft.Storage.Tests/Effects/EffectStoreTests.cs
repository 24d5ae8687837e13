using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Tests.Databases;

namespace CiivSoft.Storage.Tests.Effects;

public abstract class EffectStoreTests(StorageHost host) : StorageTests(host)
{
    [Fact]
    public async Task Everything_of_an_effect_comes_back()
    {
        var account = await Host.ConnectAsync();
        var effect = Rows.NoteOf(Rows.Move("o1")) with
        {
            ParentId = null,
            State = EffectState.Blocked,
            Attempts = 2,
            AbsentReads = 1,
            NotBefore = Rows.Day.AddHours(1),
            Epoch = 3,
            SentAt = Rows.Day,
            ResultId = "note-1",
            Reason = "the stage is missing",
        };

        await PlanAsync(account, effect);

        (await FindAsync(account, effect.EffectId)).ShouldBe(effect);
        (await Host.Effects.OfDecisionsAsync(account, [effect.DecisionId, "other"], Cancel)).ShouldBe([effect]);
        (await StreamAsync(account)).ShouldBe([effect with { PayloadJson = null }]);
        (await Host.Effects.FindAsync(account, "other", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Refs_are_known_in_the_account_that_wrote_them_alone()
    {
        var account = await Host.ConnectAsync();
        var other = await Host.ConnectAsync();
        var note = Rows.Move("o1") with { Ref = "CVS-KNOWN" };
        await PlanAsync(account, note);

        (await Host.Effects.KnownRefsAsync(account, ["CVS-KNOWN", "CVS-STRANGE"], Cancel)).ShouldBe(["CVS-KNOWN"]);
        (await Host.Effects.KnownRefsAsync(account, [], Cancel)).ShouldBeEmpty();
        (await Host.Effects.KnownRefsAsync(other, ["CVS-KNOWN"], Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Planning_twice_is_planning_once()
    {
        var account = await Host.ConnectAsync();

        (await PlanAsync(account, Rows.Move("o1"))).ShouldBe(1);
        (await PlanAsync(account, Rows.Move("o1") with { Reason = "second" }, Rows.Move("o2"))).ShouldBe(1);

        (await FindAsync(account, "move-o1")).Reason.ShouldBeNull();
    }

    [Fact]
    public async Task Two_effects_with_one_natural_key_are_one_whatever_their_ids()
    {
        var account = await Host.ConnectAsync();
        var lead = Rows.Lead("c1", "p1");

        await PlanAsync(account, lead);
        (await PlanAsync(account, lead with { EffectId = "another-id", DecisionId = "d2" })).ShouldBe(0);

        (await StreamAsync(account)).Select(effect => effect.EffectId).ShouldBe([lead.EffectId]);
    }

    [Fact]
    public async Task Callers_that_plan_the_same_effect_at_once_make_one_row()
    {
        var account = await Host.ConnectAsync();
        var effects = Enumerable.Range(0, 8).Select(i => Rows.Lead("c1", $"p{i}")).ToArray();

        var planned = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(caller =>
                    Host.Decisions.CommitAsync(
                        account,
                        new()
                        {
                            Decisions =
                            [
                                new(
                                    Rows.Decision($"caller-{caller}"),
                                    // In opposite orders, so that two transactions wait for each other on PostgreSQL.
                                    caller % 2
                                    == 0
                                        ? effects
                                        : effects.Reverse().ToArray()
                                ),
                            ],
                        },
                        Cancel
                    )
                )
        );

        planned.Sum(result => result.PlannedEffects).ShouldBe(8);
        (await StreamAsync(account)).Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_claim_takes_what_is_due_with_its_children_and_only_once()
    {
        var account = await Host.ConnectAsync();
        var lead = Rows.Lead("c1", "p1");
        var later = Rows.Move("o9") with { NotBefore = Now.AddMinutes(1) };
        await PlanAsync(account, Rows.NoteOf(lead), lead, Rows.Move("o1"), later);

        var claimed = await ClaimAsync(account);
        var again = await ClaimAsync(account);

        claimed.Select(effect => effect.EffectId).ShouldBe([lead.EffectId, $"note-{lead.EffectId}", "move-o1"]);
        claimed.ShouldAllBe(effect =>
            effect.State == EffectState.Sending && effect.Epoch == 1 && effect.Attempts == 1 && effect.SentAt == Now
        );
        claimed[1].PayloadJson.ShouldBe("""{"text":"Worked with ventilators"}""");
        again.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_would_be_claimed_next_is_told_and_not_claimed()
    {
        var account = await Host.ConnectAsync();
        var lead = Rows.Lead("c1", "p1");
        var later = Rows.Move("o9") with { NotBefore = Now.AddMinutes(1) };
        await PlanAsync(account, Rows.NoteOf(lead), lead, later, Rows.Move("o1"));

        var next = await Host.Effects.NextAsync(account, Now, 1, Cancel);
        var claimed = await ClaimAsync(account, limit: 1);
        var after = await Host.Effects.NextAsync(account, Now, 9, Cancel);

        next.Select(effect => effect.EffectId).ShouldBe([lead.EffectId, $"note-{lead.EffectId}"]);
        next.ShouldAllBe(effect => effect.State == EffectState.Planned && effect.PayloadJson == null);
        claimed.Select(effect => effect.EffectId).ShouldBe(next.Select(effect => effect.EffectId));
        after.Select(effect => effect.EffectId).ShouldBe(["move-o1"]);
    }

    [Fact]
    public async Task A_claim_is_oldest_first_and_limited()
    {
        var account = await Host.ConnectAsync();
        await PlanAsync(account, [.. Enumerable.Range(0, 5).Select(i => Rows.Move($"o{i}"))]);

        (await ClaimAsync(account, limit: 2)).Select(effect => effect.Subject).ShouldBe(["o0", "o1"]);
        (await ClaimAsync(account, limit: 9)).Select(effect => effect.Subject).ShouldBe(["o2", "o3", "o4"]);
    }

    [Fact]
    public async Task Claims_at_the_same_time_share_nothing()
    {
        var account = await Host.ConnectAsync();
        await PlanAsync(account, [.. Enumerable.Range(0, 60).Select(i => Rows.Move($"o{i}"))]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ClaimAsync(account, limit: 5)));

        claims.SelectMany(claim => claim).Select(effect => effect.EffectId).Distinct().Count().ShouldBe(60);
        claims.Sum(claim => claim.Count).ShouldBe(60);
    }

    [Fact]
    public async Task A_child_waits_for_a_parent_that_is_not_done()
    {
        var account = await Host.ConnectAsync();
        var move = Rows.Move("o1") with { State = EffectState.Blocked };
        await PlanAsync(account, move, Rows.NoteOf(move));

        (await ClaimAsync(account)).ShouldBeEmpty();
        (await Host.Effects.NextDueAsync(account, Cancel)).ShouldBeNull();

        await SettleAsync(account, new(move.EffectId, EffectState.Done));
        (await ClaimAsync(account)).Select(effect => effect.EffectId).ShouldBe([$"note-{move.EffectId}"]);
    }

    [Fact]
    public async Task Settling_as_done_keeps_what_was_made_and_is_final()
    {
        var account = await Host.ConnectAsync();
        var lead = Rows.Lead("c1", "p1");
        await PlanAsync(account, lead, Rows.NoteOf(lead));
        await ClaimAsync(account);

        await SettleAsync(
            account,
            new(lead.EffectId, EffectState.Done) { ResultId = "new-opportunity", OpportunityId = "new-opportunity" }
        );
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await SettleAsync(account, new(lead.EffectId, EffectState.Failed) { Reason = "late answer" });

        var settled = await FindAsync(account, lead.EffectId);
        settled.State.ShouldBe(EffectState.Done);
        settled.ResultId.ShouldBe("new-opportunity");
        settled.SettledAt.ShouldBe(Now.AddMinutes(-1));
        settled.Reason.ShouldBeNull();
        var note = await FindAsync(account, $"note-{lead.EffectId}");
        note.OpportunityId.ShouldBe("new-opportunity");
        note.State.ShouldBe(EffectState.Sending);
    }

    [Theory]
    [InlineData(EffectState.Failed)]
    [InlineData(EffectState.Overtaken)]
    [InlineData(EffectState.Cancelled)]
    public async Task What_belongs_to_something_that_was_not_done_is_cancelled_with_it(EffectState state)
    {
        var account = await Host.ConnectAsync();
        var lead = Rows.Lead("c1", "p1");
        var note = Rows.NoteOf(lead);
        var grandchild = Rows.NoteOf(note) with { State = EffectState.Blocked };
        await PlanAsync(account, lead, note, grandchild);
        await ClaimAsync(account);

        await SettleAsync(account, new(lead.EffectId, state) { Reason = "why" });
        (await PlanAsync(account, Rows.NoteOf(lead) with { EffectId = "late", Target = "late" })).ShouldBe(1);

        foreach (var id in new[] { note.EffectId, grandchild.EffectId, "late" })
        {
            var child = await FindAsync(account, id);
            child.State.ShouldBe(EffectState.Cancelled);
            child.Reason.ShouldNotBeNull();
            child.SettledAt.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task An_unknown_effect_stays_unknown_while_it_is_in_hand_and_comes_back_after()
    {
        var account = await Host.ConnectAsync();
        await PlanAsync(account, Rows.Move("o1"));
        await ClaimAsync(account);
        await SettleAsync(account, new("move-o1", EffectState.Unknown) { NotBefore = Now.AddSeconds(60) });

        (await ClaimAsync(account)).ShouldBeEmpty();
        (await Host.Effects.NextDueAsync(account, Cancel)).ShouldBe(Now.AddSeconds(60));
        Host.Clock.Advance(TimeSpan.FromSeconds(60));
        var readBack = await ClaimAsync(account);
        (await ClaimAsync(account)).ShouldBeEmpty();
        (await Host.Effects.NextDueAsync(account, Cancel)).ShouldBeNull();

        readBack.Single().State.ShouldBe(EffectState.Unknown);
        readBack.Single().Attempts.ShouldBe(2);
        await SettleAsync(account, new("move-o1", EffectState.Unknown) { AbsentReads = 1 });
        (await ClaimAsync(account)).Single().AbsentReads.ShouldBe(1);
    }

    [Fact]
    public async Task An_old_epoch_changes_nothing_and_is_told()
    {
        var account = await Host.ConnectAsync();
        await PlanAsync(account, Rows.Move("o1"));
        await ClaimAsync(account);
        await Host.Accounts.TakeEpochAsync(account, Cancel);

        await Should.ThrowAsync<FencedException>(() => SettleAsync(account, new("move-o1", EffectState.Done)));
        await Should.ThrowAsync<FencedException>(() => ClaimAsync(account));
        await Should.ThrowAsync<FencedException>(() => PlanAsync(account, Rows.Move("o2")));
        await Should.ThrowAsync<FencedException>(() =>
            Host.Effects.UnblockAsync(account, 1, [EffectReasons.StageMissing], 1, Cancel)
        );
        await Should.ThrowAsync<FencedException>(() => Host.Effects.ReleaseShadowAsync(account, 1, null, Cancel));
        await Should.ThrowAsync<FencedException>(() => Host.Effects.TakeOverAsync(account, 1, TimeSpan.Zero, Cancel));
        await Should.ThrowAsync<FencedException>(() =>
            Host.Effects.ReleaseAsync(account, 1, [], TimeSpan.Zero, Cancel)
        );

        (await StreamAsync(account)).Single().State.ShouldBe(EffectState.Sending);
    }

    [Fact]
    public async Task The_new_holder_reads_back_at_once_what_the_old_one_left_and_knows_until_when_it_may_have_been_sent()
    {
        var account = await Host.ConnectAsync();
        await PlanAsync(account, Rows.Move("o1"), Rows.Move("o2"));
        await ClaimAsync(account, limit: 1);
        var sentAt = Now;
        var epoch = await Host.Accounts.TakeEpochAsync(account, Cancel);

        (await Host.Effects.TakeOverAsync(account, epoch, TimeSpan.FromSeconds(60), Cancel)).ShouldBe(1);
        (await Host.Effects.TakeOverAsync(account, epoch, TimeSpan.FromSeconds(60), Cancel)).ShouldBe(0);

        var left = await FindAsync(account, "move-o1");
        left.State.ShouldBe(EffectState.Unknown);
        (left.NotBefore, left.SentAt).ShouldBe((null, sentAt.AddSeconds(60)));
        var claimed = await ClaimAsync(account, epoch: epoch);
        claimed
            .Select(effect => (effect.EffectId, effect.State, effect.SentAt))
            .ShouldBe([("move-o1", EffectState.Unknown, sentAt.AddSeconds(60)), ("move-o2", EffectState.Sending, Now)]);
    }

    [Fact]
    public async Task What_an_epoch_holds_and_nobody_has_in_hand_is_read_back_before_it_is_sent()
    {
        var account = await Host.ConnectAsync();
        var readAt = Now.AddMinutes(-1);
        var unknown = Rows.Move("o3") with { State = EffectState.Unknown, SentAt = readAt };
        await PlanAsync(account, Rows.Move("o1"), Rows.Move("o2"), unknown, Rows.Move("o4"));
        await ClaimAsync(account, limit: 3);
        var sentAt = Now;

        (await Host.Effects.ReleaseAsync(account, 1, ["move-o1"], TimeSpan.FromSeconds(10), Cancel)).ShouldBe(2);
        (await Host.Effects.ReleaseAsync(account, 1, ["move-o1"], TimeSpan.FromSeconds(10), Cancel)).ShouldBe(0);

        (await FindAsync(account, "move-o1")).State.ShouldBe(EffectState.Sending);
        (await FindAsync(account, "move-o4")).State.ShouldBe(EffectState.Planned);
        (await ClaimAsync(account, limit: 2))
            .Select(effect => (effect.EffectId, effect.State, effect.SentAt))
            .ShouldBe([
                ("move-o2", EffectState.Unknown, sentAt.AddSeconds(10)),
                ("move-o3", EffectState.Unknown, readAt),
            ]);
    }

    [Fact]
    public async Task An_unknown_effect_in_the_old_holders_hand_is_claimed_by_the_new_one()
    {
        var account = await Host.ConnectAsync();
        await PlanAsync(account, Rows.Move("o1") with { State = EffectState.Unknown });
        await ClaimAsync(account);
        var epoch = await Host.Accounts.TakeEpochAsync(account, Cancel);

        (await ClaimAsync(account, epoch: epoch)).Single().Epoch.ShouldBe(epoch);
    }

    [Fact]
    public async Task Of_what_is_blocked_one_may_try_a_note_before_the_rest_and_all_may_follow()
    {
        var account = await Host.ConnectAsync();
        var reason = EffectReasons.RightMissing("Create an opportunity note");
        var move = Rows.Move("o1") with { State = EffectState.Done };
        await PlanAsync(
            account,
            Rows.Lead("c1", "p1") with
            {
                State = EffectState.Blocked,
                Reason = reason,
            },
            move,
            Rows.NoteOf(move) with
            {
                State = EffectState.Blocked,
                Reason = reason,
            },
            Rows.Lead("c2", "p1") with
            {
                State = EffectState.Blocked,
                Reason = EffectReasons.Paused,
            }
        );

        (await Host.Effects.UnblockAsync(account, 1, [reason], 1, Cancel)).ShouldBe([$"note-{move.EffectId}"]);
        (await Host.Effects.UnblockAsync(account, 1, [reason], 9, Cancel)).Count.ShouldBe(1);
        (await Host.Effects.UnblockAsync(account, 1, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task What_came_to_nothing_because_its_posting_closed_is_planned_again_when_that_opens()
    {
        var account = await Host.ConnectAsync();
        var (closed, other) = (Rows.Lead("c1", "p1"), Rows.Lead("c2", "p1"));
        await PlanAsync(account, closed, Rows.NoteOf(closed), other, Rows.NoteOf(other));
        await ClaimAsync(account);
        await SettleAsync(
            account,
            new(closed.EffectId, EffectState.Overtaken) { Reason = EffectReasons.PostingClosed }
        );
        await SettleAsync(account, new(other.EffectId, EffectState.Overtaken) { Reason = "The person opted out." });

        await Host.Mirror.SaveAsync(account, 1, new() { OpenPostings = ["p1", "p2"] }, Cancel);

        var states = (await StreamAsync(account)).ToDictionary(e => e.EffectId, e => e.State);
        states[closed.EffectId].ShouldBe(EffectState.Planned);
        states[$"note-{closed.EffectId}"].ShouldBe(EffectState.Planned);
        states[other.EffectId].ShouldBe(EffectState.Overtaken);
        states[$"note-{other.EffectId}"].ShouldBe(EffectState.Cancelled);
    }

    [Fact]
    public async Task What_belongs_to_an_adopted_effect_is_read_back_before_it_is_sent()
    {
        var account = await Host.ConnectAsync();
        var lead = Rows.Lead("c1", "p1");
        await PlanAsync(account, lead, Rows.NoteOf(lead));
        await ClaimAsync(account);

        await SettleAsync(account, new(lead.EffectId, EffectState.Done) { ResultId = "o7", WasAdopted = true });

        var note = await FindAsync(account, $"note-{lead.EffectId}");
        note.State.ShouldBe(EffectState.Unknown);
        note.OpportunityId.ShouldBe("o7");
        (await ClaimAsync(account)).ShouldBeEmpty("the holder still has the note in hand");
    }

    [Fact]
    public async Task What_belongs_to_an_effect_that_is_surely_not_in_Lever_is_not_there_either()
    {
        var account = await Host.ConnectAsync();
        var (lost, made) = (Rows.Lead("c1", "p1"), Rows.Lead("c2", "p1"));
        var origin = Rows.NoteOf(lost) with { EffectId = "origin", Target = "origin", OpportunityId = "o1" };
        await PlanAsync(account, lost, Rows.NoteOf(lost), origin, made, Rows.NoteOf(made));
        await ClaimAsync(account);
        var epoch = await Host.Accounts.TakeEpochAsync(account, Cancel);
        await Host.Effects.TakeOverAsync(account, epoch, TimeSpan.FromSeconds(10), Cancel);
        await Host.Effects.ClaimAsync(account, epoch, Now, 9, Cancel);

        await Host.Effects.SettleAsync(
            account,
            epoch,
            Now,
            [
                new(lost.EffectId, EffectState.Planned) { IsSurelyAbsent = true },
                new(made.EffectId, EffectState.Done) { ResultId = "o8", WasAdopted = true },
            ],
            [],
            Cancel
        );

        (await FindAsync(account, $"note-{lost.EffectId}")).State.ShouldBe(EffectState.Planned);
        (await FindAsync(account, "origin")).State.ShouldBe(
            EffectState.Unknown,
            "the lead may have been made and deleted"
        );
        (await FindAsync(account, $"note-{made.EffectId}")).State.ShouldBe(EffectState.Unknown);
    }

    [Theory]
    [InlineData(EffectState.Done)]
    [InlineData(EffectState.Planned)]
    public async Task A_note_in_doubt_is_looked_for_when_its_parent_came_to_nothing(EffectState seen)
    {
        var account = await Host.ConnectAsync();
        var lead = Rows.Lead("c1", "p1");
        var origin = Rows.NoteOf(lead) with { EffectId = "origin", Target = "origin", OpportunityId = "o1" };
        await PlanAsync(account, lead, Rows.NoteOf(lead), origin);
        await ClaimAsync(account);
        var unanswered = new EffectSettlement(origin.EffectId, EffectState.Unknown) { NotBefore = Now.AddSeconds(30) };
        await SettleAsync(account, unanswered);
        await SettleAsync(account, new(lead.EffectId, EffectState.Overtaken) { Reason = "The person opted out." });

        (await FindAsync(account, $"note-{lead.EffectId}")).State.ShouldBe(EffectState.Cancelled);
        (await FindAsync(account, "origin")).State.ShouldBe(EffectState.Unknown);
        (await Host.Effects.NextDueAsync(account, Cancel)).ShouldBe(Now.AddSeconds(30));
        var claimed = await Host.Effects.ClaimAsync(account, 1, Now.AddSeconds(30), 9, Cancel);
        claimed.Single().EffectId.ShouldBe("origin");

        await SettleAsync(account, new EffectSettlement(origin.EffectId, seen));

        (await FindAsync(account, "origin")).State.ShouldBe(
            seen == EffectState.Done ? EffectState.Done : EffectState.Cancelled,
            "what is surely not there is not sent again"
        );
        (await Host.Effects.NextDueAsync(account, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task What_may_be_in_Lever_is_looked_for_after_its_person_was_erased()
    {
        var account = await Host.ConnectAsync();
        var lead = Rows.Lead("c1", "p1");
        await PlanAsync(account, lead, Rows.NoteOf(lead));
        await ClaimAsync(account);
        await SettleAsync(account, new EffectSettlement($"note-{lead.EffectId}", EffectState.Planned));
        await SettleAsync(account, new EffectSettlement(lead.EffectId, EffectState.Unknown));

        await Host.Mirror.EraseContactsAsync(account, ["c1"], Cancel);

        var claimed = await ClaimAsync(account);
        claimed.Select(e => e.EffectId).ShouldBe([lead.EffectId, $"note-{lead.EffectId}"], ignoreOrder: true);
        claimed.ShouldAllBe(e => e.PayloadJson == null);
        await SettleAsync(account, new EffectSettlement(lead.EffectId, EffectState.Done) { ResultId = "o7" });
        (await FindAsync(account, lead.EffectId)).ResultId.ShouldBe("o7");
    }

    [Theory]
    [InlineData(EffectState.Planned, EffectState.Cancelled)]
    [InlineData(EffectState.Blocked, EffectState.Cancelled)]
    [InlineData(EffectState.Unknown, EffectState.Planned)]
    [InlineData(EffectState.Done, EffectState.Planned)]
    public async Task A_note_outlives_its_person_only_where_its_lead_may_be_in_Lever(
        EffectState ofLead,
        EffectState ofNote
    )
    {
        var account = await Host.ConnectAsync();
        var lead = Rows.Lead("c1", "p1");
        await PlanAsync(account, lead, Rows.NoteOf(lead));
        await ClaimAsync(account);
        await SettleAsync(account, new EffectSettlement($"note-{lead.EffectId}", EffectState.Planned));
        await SettleAsync(account, new EffectSettlement(lead.EffectId, ofLead));

        await Host.Mirror.EraseContactsAsync(account, ["c1"], Cancel);

        var note = await FindAsync(account, $"note-{lead.EffectId}");
        (note.State, note.PayloadJson).ShouldBe((ofNote, null));
        (await FindAsync(account, lead.EffectId)).State.ShouldBe(
            ofNote == EffectState.Cancelled ? EffectState.Cancelled : ofLead
        );
    }

    [Fact]
    public async Task What_recommends_an_erased_person_is_not_written_although_its_tag_is_there()
    {
        var account = await Host.ConnectAsync();
        var tag = Rows.Lead("c1", "p1") with { Kind = EffectKind.Tag };
        await PlanAsync(account, tag, Rows.NoteOf(tag));
        await ClaimAsync(account);
        await SettleAsync(account, new EffectSettlement($"note-{tag.EffectId}", EffectState.Planned));
        await SettleAsync(account, new EffectSettlement(tag.EffectId, EffectState.Done));

        await Host.Mirror.EraseContactsAsync(account, ["c1"], Cancel);

        (await FindAsync(account, $"note-{tag.EffectId}")).State.ShouldBe(EffectState.Cancelled);
    }

    [Fact]
    public async Task Blocked_effects_of_a_kind_are_planned_again()
    {
        var account = await Host.ConnectAsync();
        await PlanAsync(
            account,
            Rows.Move("o1") with
            {
                State = EffectState.Blocked,
                Reason = EffectReasons.StageMissing,
                NotBefore = Now.AddDays(1),
            },
            Rows.Lead("c1", "p1") with
            {
                State = EffectState.Blocked,
            }
        );

        string[] reasons = [EffectReasons.StageMissing, EffectReasons.Paused];
        (await Host.Effects.UnblockAsync(account, 1, reasons, 9, Cancel)).ShouldBe(["move-o1"]);
        (await Host.Effects.UnblockAsync(account, 1, reasons, 9, Cancel)).ShouldBeEmpty();
        (await Host.Effects.UnblockAsync(account, 1, [], 9, Cancel)).ShouldBeEmpty();

        (await FindAsync(account, "move-o1")).ShouldBe(Rows.Move("o1"));
        (await ClaimAsync(account)).Single().EffectId.ShouldBe("move-o1");
    }

    [Fact]
    public async Task Shadow_effects_are_released_by_decision_or_all()
    {
        var account = await Host.ConnectAsync();
        await PlanAsync(
            account,
            [.. Enumerable.Range(1, 3).Select(i => Rows.Move($"o{i}") with { State = EffectState.Shadow })]
        );

        (await ClaimAsync(account)).ShouldBeEmpty();
        (await Host.Effects.ReleaseShadowAsync(account, 1, [Rows.Move("o2").DecisionId], Cancel)).ShouldBe(1);
        (await ClaimAsync(account)).Single().Subject.ShouldBe("o2");
        (await Host.Effects.ReleaseShadowAsync(account, 1, null, Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task Counts_by_kind_and_state_and_leads_of_a_posting()
    {
        var account = await Host.ConnectAsync();
        await PlanAsync(
            account,
            Rows.Move("o1"),
            Rows.Lead("c1", "p1"),
            Rows.Lead("c2", "p1") with
            {
                State = EffectState.Shadow,
            },
            Rows.Lead("c3", "p1") with
            {
                State = EffectState.Overtaken,
            },
            Rows.Lead("c4", "p1") with
            {
                Solution = Solution.Refiine,
            },
            Rows.Lead("c5", "p2")
        );

        (await Host.Effects.CountLeadsAsync(account, Solution.Arkiive, "p1", Cancel)).ShouldBe(2);
        var counts = await Host.Effects.CountAsync(account, Cancel);
        counts[(EffectKind.Lead, EffectState.Planned)].ShouldBe(3);
        counts[(EffectKind.Move, EffectState.Planned)].ShouldBe(1);
        counts.ContainsKey((EffectKind.Move, EffectState.Done)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_stream_gives_every_effect_once_over_page_ends()
    {
        var account = await Host.ConnectAsync();
        var ids = Enumerable.Range(0, 2_000).Select(i => $"o{i:D4}").ToList();
        await PlanAsync(account, [.. ids.Select(id => Rows.Move(id))]);

        (await StreamAsync(account)).Select(effect => effect.Subject).ShouldBe(ids);
    }

    [Fact]
    public async Task Settling_writes_the_activity_with_it()
    {
        var account = await Host.ConnectAsync();
        await PlanAsync(account, Rows.Move("o1"));

        await Host.Effects.SettleAsync(
            account,
            1,
            Now,
            [new("move-o1", EffectState.Done)],
            [Rows.Line("moved")],
            Cancel
        );

        (await Host.Activity.ReadAsync(account, 0, 10, Cancel)).Single().Message.ShouldBe("moved");
    }

    private Task<int> PlanAsync(AccountKey account, params EffectRow[] effects) =>
        Host.Effects.PlanAsync(account, 1, effects, Cancel);

    private Task<IReadOnlyList<EffectRow>> ClaimAsync(AccountKey account, int limit = 100, long epoch = 1) =>
        Host.Effects.ClaimAsync(account, epoch, Now, limit, Cancel);

    private Task SettleAsync(AccountKey account, EffectSettlement settlement) =>
        Host.Effects.SettleAsync(account, 1, Now, [settlement], [], Cancel);

    private async Task<EffectRow> FindAsync(AccountKey account, string id) =>
        (await Host.Effects.FindAsync(account, id, Cancel)).ShouldNotBeNull();

    private async Task<List<EffectRow>> StreamAsync(AccountKey account)
    {
        var effects = new List<EffectRow>();
        await foreach (var effect in Host.Effects.StreamAsync(account, Cancel))
        {
            effects.Add(effect);
        }

        return effects;
    }
}

public sealed class EffectStoreOnSqliteTests(SqliteHost host) : EffectStoreTests(host), IClassFixture<SqliteHost>;

public sealed class EffectStoreOnPostgresTests(PostgresHost host) : EffectStoreTests(host), IClassFixture<PostgresHost>;
