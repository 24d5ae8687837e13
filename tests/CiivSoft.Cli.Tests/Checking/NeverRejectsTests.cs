using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Cli.Tests.Checking;

public class NeverRejectsTests
{
    private readonly RecordedRun _run = new();

    [Theory]
    [InlineData("PUT", "/candidates/:candidate/archived")]
    [InlineData("POST", "/opportunities/:opportunity/removeTags")]
    [InlineData("POST", "/opportunities/:opportunity/removeSources")]
    [InlineData("DELETE", "/opportunities/:opportunity/notes/:note")]
    [InlineData("DELETE", "/opportunities/:opportunity/files/:file")]
    [InlineData("PUT", "/opportunities/:opportunity/notes/:note")]
    [InlineData("PUT", "/contacts/:contact")]
    [InlineData("POST", "/postings")]
    public void A_call_that_is_none_of_our_writes_is_found(string method, string route)
    {
        var application = _run.Apply(_run.Posting());
        _run.NoMatch(application);
        var request = _run.Request(method, route, $"/opportunities/{application.Id}/x");

        var finding = _run.Check().ShouldHaveSingleItem();

        finding.Invariant.ShouldBe("I3");
        finding.Ids.ShouldBe([application.Id]);
        finding.Sequences.ShouldBe([request.Seq]);
    }

    [Fact]
    public void A_call_that_Lever_does_not_have_is_found()
    {
        var request = _run.Request("POST", "?", "/opportunities/reject-all") with { Route = null };
        var recording = _run.Record();
        var events = recording.Events.Select(e => e.Seq == request.Seq ? request : e).ToList();

        CiivSoft
            .Cli.Checking.Invariants.NeverRejects.Check(
                new(events, recording.World, recording.Tables, new HashSet<string> { RecordedRun.OurKey })
            )
            .ShouldHaveSingleItem()
            .Code.ShouldBe("forbidden-call");
    }

    [Fact]
    public void Moving_somebody_anywhere_but_to_the_screened_stage_is_found()
    {
        var application = _run.Apply(_run.Posting());
        _run.Match(application);
        _run.SendMove(application, "applicant-new");

        _run.Check().ShouldContain(f => f.Invariant == "I3" && f.Code == "wrong-stage");
    }

    [Fact]
    public void An_archive_that_no_undo_asked_for_is_found()
    {
        var application = _run.Apply(_run.Posting());
        _run.NoMatch(application);
        _run.SendArchive(application.Id);

        _run.Check().ShouldContain(f => f.Invariant == "I3" && f.Code == "archived");
    }

    [Fact]
    public void Undo_may_archive_a_lead_of_ours()
    {
        var lead = Lead();
        var undo = _run.Undo(EffectKind.Lead, EffectKind.Withdraw, lead, "withdrawn");
        _run.SendArchive(lead);
        _run.SettleUndo(undo);

        _run.Check().ShouldBeEmpty();
    }

    [Fact]
    public void Undo_may_not_archive_what_is_not_our_lead()
    {
        var application = _run.Apply(_run.Posting());
        _run.Match(application);
        var undo = _run.Undo(EffectKind.Move, EffectKind.Withdraw, application.Id, "withdrawn");
        _run.SendArchive(application.Id);
        _run.SettleUndo(undo);

        _run.Check().ShouldContain(f => f.Invariant == "I3" && f.Code == "archived");
    }

    [Fact]
    public void An_archive_before_its_undo_was_planned_is_found()
    {
        var lead = Lead();
        _run.SendArchive(lead);
        _run.Wait(5000);
        _run.SettleUndo(_run.Undo(EffectKind.Lead, EffectKind.Withdraw, lead, "withdrawn"));

        _run.Check().ShouldContain(f => f.Invariant == "I3" && f.Code == "archived");
    }

    [Fact]
    public void Undo_may_put_back_what_we_moved()
    {
        var application = _run.Apply(_run.Posting());
        _run.Match(application);
        var undo = _run.Undo(EffectKind.Move, EffectKind.Restore, application.Id, "new-applicant");
        _run.SendMove(application, "applicant-new");
        _run.SettleUndo(undo);

        _run.Check().ShouldBeEmpty();
    }

    [Fact]
    public void An_undo_of_what_a_person_touched_is_found()
    {
        var application = _run.Apply(_run.Posting());
        _run.Match(application);
        _run.Act(RecordedRun.Change(LeverChange.TagsAdded, application) with { Values = ["worth a call"] });
        _run.Wait(3000);
        var undo = _run.Undo(EffectKind.Move, EffectKind.Restore, application.Id, "new-applicant");
        _run.SendMove(application, "applicant-new");
        _run.SettleUndo(undo);

        _run.Check().ShouldHaveSingleItem().Code.ShouldBe("undo-against-person");
    }

    private string Lead()
    {
        var posting = _run.Posting();
        return _run.Lead(_run.NewId(), posting);
    }

    [Fact]
    public void Others_may_archive()
    {
        var application = _run.Apply(_run.Posting());
        _run.NoMatch(application);
        _run.Act(RecordedRun.Change("opportunity.archived", application));

        _run.Check().ShouldBeEmpty();
    }
}
