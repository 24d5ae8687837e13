using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Cli.Tests.Checking;

public class EffectsAndNotesTests
{
    private readonly RecordedRun _run = new();

    [Fact]
    public void An_effect_sent_without_intent_is_found()
    {
        var application = _run.Apply(_run.Posting());
        _run.NoMatch(application);
        var request = _run.SendMove(application);

        var finding = _run.Check().ShouldHaveSingleItem();

        finding.Invariant.ShouldBe("I5");
        finding.Code.ShouldBe("no-intent");
        finding.Ids.ShouldBe([application.Id]);
        finding.Sequences.ShouldBe([request.Seq]);
    }

    [Fact]
    public void A_lead_and_a_note_without_intent_are_found_in_the_history_and_in_the_world()
    {
        var posting = _run.Posting();
        var lead = _run.SendLead(_run.NewId(), posting);
        _run.SendNote(lead, "CVS-7777777777777777");

        _run.Check()
            .Select(f => f.Code)
            .Order()
            .ShouldBe(["no-intent", "no-intent", "unrecorded-lead", "unrecorded-note"]);
    }

    [Fact]
    public void An_effect_planned_only_after_it_was_sent_is_found()
    {
        var application = _run.Apply(_run.Posting());
        var request = _run.SendMove(application);
        _run.Wait(10_000);
        var decision = _run.Decide(Solution.Fiilter, application, "match");
        var move = _run.Plan(EffectKind.Move, application.Id, "screened", decision);
        var note = _run.NoteOf(decision, move, application.Id, "screened");
        _run.Settle(move);
        _run.SendNote(application.Id, note.Ref!);
        _run.Settle(note);

        var finding = _run.Check().ShouldHaveSingleItem();

        finding.Code.ShouldBe("sent-before-intent");
        finding.Sequences.ShouldBe([request.Seq]);
    }

    [Fact]
    public void A_dropped_marker_is_found()
    {
        var application = _run.Apply(_run.Posting());
        _run.Match(application);
        var request = _run.SendNote(application.Id, null);

        var findings = _run.Check();

        findings.ShouldContain(f => f.Code == "no-marker" && f.Sequences.SequenceEqual(new[] { request.Seq }));
        findings.ShouldContain(f => f.Code == "no-intent");
    }

    [Fact]
    public void A_note_whose_marker_is_gone_in_Lever_is_found_from_its_row()
    {
        var application = _run.Apply(_run.Posting());
        _run.Match(application);
        var written = _run.Find(application.Id);
        _run.Set(written with { Notes = [new LeverNoteState(written.Notes[0].Id, "FiiLTER screened: Nurse")] });

        var finding = _run.Check().ShouldHaveSingleItem();

        finding.Code.ShouldBe("not-in-lever");
        finding.Ids.ShouldContain(application.Id);
    }

    [Fact]
    public void A_done_move_without_its_note_is_found()
    {
        var application = _run.Apply(_run.Posting());
        var decision = _run.Decide(Solution.Fiilter, application, "match");
        var move = _run.Plan(EffectKind.Move, application.Id, "screened", decision);
        _run.SendMove(application);
        _run.Settle(move);

        var finding = _run.Check().ShouldHaveSingleItem();

        finding.Code.ShouldBe("no-note");
        finding.Ids[0].ShouldBe(move.EffectId);
    }

    [Fact]
    public void A_done_move_that_never_happened_is_found()
    {
        var application = _run.Apply(_run.Posting());
        var decision = _run.Decide(Solution.Fiilter, application, "match");
        var move = _run.Plan(EffectKind.Move, application.Id, "screened", decision);
        var note = _run.NoteOf(decision, move, application.Id, "screened");
        _run.Settle(move);
        _run.SendNote(application.Id, note.Ref!);
        _run.Settle(note);

        _run.Check().ShouldHaveSingleItem().Code.ShouldBe("not-in-lever");
    }

    [Fact]
    public void A_note_of_an_unrecorded_decision_is_found()
    {
        var application = _run.Apply(_run.Posting());
        _run.Match(application);
        _run.Forget(e => e.Kind == EffectKind.Note);

        _run.Check().Select(f => f.Code).Order().ShouldBe(["no-intent", "no-note", "unrecorded-note"]);
    }

    [Fact]
    public void An_effect_without_a_decision_is_found()
    {
        var application = _run.Apply(_run.Posting());
        var decision = _run.Match(application);
        _run.ForgetDecisions(d => d.DecisionId == decision.DecisionId);

        var findings = _run.Check();

        findings.Count(f => f.Code == "no-decision").ShouldBe(2);
    }

    [Fact]
    public void A_lead_in_Lever_whose_row_says_otherwise_is_found()
    {
        var posting = _run.Posting();
        _run.Lead(_run.NewId(), posting);
        var row = _run.Record().Tables.Effects.Single(e => e.Kind == EffectKind.Lead);
        _run.Put(row with { State = EffectState.Failed });

        _run.Check().ShouldHaveSingleItem().Code.ShouldBe("unrecorded-lead");
    }

    [Theory]
    [InlineData(EffectState.Planned)]
    [InlineData(EffectState.Sending)]
    [InlineData(EffectState.Unknown)]
    public void An_unsettled_effect_is_found_at_rest_only(EffectState state)
    {
        var application = _run.Apply(_run.Posting());
        var decision = _run.Decide(Solution.Fiilter, application, "match");
        _run.Put(_run.Plan(EffectKind.Move, application.Id, "screened", decision) with { State = state });

        _run.Check().ShouldHaveSingleItem().Code.ShouldBe("unsettled");

        _run.IsAtRest = false;
        _run.Check().ShouldBeEmpty();

        _run.Wait((long)TimeSpan.FromMinutes(16).TotalMilliseconds);
        _run.Check().ShouldHaveSingleItem().Code.ShouldBe("unsettled");
    }

    [Fact]
    public void What_a_paused_or_shadow_account_owes_is_not_unsettled()
    {
        var application = _run.Apply(_run.Posting());
        _run.Plan(EffectKind.Move, application.Id, "screened", _run.Decide(Solution.Fiilter, application, "match"));

        _run.Facts = new AccountFacts { Mode = AccountMode.Shadow };
        _run.Check().ShouldBeEmpty();

        _run.Facts = new AccountFacts { Pauses = [new PauseScope(Solution.Fiilter, null)] };
        _run.Check().ShouldBeEmpty();

        _run.Facts = new AccountFacts { Pauses = [new PauseScope(Solution.Arkiive, null)] };
        _run.Check().ShouldHaveSingleItem().Code.ShouldBe("unsettled");
    }

    [Fact]
    public void What_people_deleted_or_anonymised_is_excepted()
    {
        var posting = _run.Posting();
        var deleted = _run.Apply(posting);
        _run.Match(deleted);
        _run.Delete(deleted);
        var anonymised = _run.Apply(posting);
        _run.Match(anonymised);
        _run.Set(_run.Find(anonymised.Id) with { IsAnonymized = true, Notes = [] });

        _run.Check().ShouldBeEmpty();
    }
}
