using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Cli.Tests.Checking;

public class NothingTwiceTests
{
    private readonly RecordedRun _run = new();

    [Fact]
    public void A_double_lead_is_found_with_both_requests()
    {
        var posting = _run.Posting();
        var contact = _run.NewId();
        var first = _run.Lead(contact, posting);
        var second = _run.SendLead(contact, posting);

        var finding = _run.Check().ShouldHaveSingleItem();

        finding.Code.ShouldBe("double-lead");
        finding.Ids.ShouldBe([contact, posting, first, second]);
        finding.Sequences.Count.ShouldBe(2);
    }

    [Fact]
    public void A_double_lead_that_was_committed_late_is_found()
    {
        var posting = _run.Posting();
        var contact = _run.NewId();
        var first = _run.Lead(contact, posting);
        var lost = _run.Events.Single(e => e.Route == "POST /opportunities");
        var late = _run.Find(first) with { Id = _run.NewId() };
        _run.Set(late);
        var events = _run.Events.Append(
            new LeverEvent
            {
                Seq = 99,
                Kind = LeverEvent.LateCommit,
                Of = lost.Seq,
                ReceivedAtReal = lost.ReceivedAtReal,
                CommittedAtReal = _run.Now,
                Effects = [RecordedRun.Change(LeverChange.Created, late)],
            }
        );
        var recording = _run.Record();

        var findings = CiivSoft
            .Cli.Checking.Checker.Check(
                new Recording(
                    [.. events],
                    recording.World,
                    recording.Tables,
                    new HashSet<string> { RecordedRun.OurKey }
                )
            )
            .Findings;

        findings.ShouldHaveSingleItem().Code.ShouldBe("double-lead");
    }

    [Fact]
    public void A_double_lead_is_found_even_when_a_person_deleted_one()
    {
        var posting = _run.Posting();
        var contact = _run.NewId();
        _run.Delete(_run.Find(_run.Lead(contact, posting)));
        _run.SendLead(contact, posting);

        _run.Check().ShouldContain(f => f.Code == "double-lead");
    }

    [Fact]
    public void A_second_note_is_found()
    {
        var application = _run.Apply(_run.Posting());
        _run.Match(application);
        var reference = _run.Find(application.Id).Notes[0].Ref!;
        _run.SendNote(application.Id, reference);

        var finding = _run.Check().ShouldHaveSingleItem();

        finding.Code.ShouldBe("double-note");
        finding.Ids[0].ShouldBe(reference);
        finding.Sequences.Count.ShouldBe(2);
    }

    [Fact]
    public void More_leads_than_allowed_are_found_on_both_sides()
    {
        _run.Facts = new AccountFacts { Settings = new AccountSettings { LeadsPerPosting = 2 } };
        var posting = _run.Posting();
        for (var person = 0; person < 3; person++)
        {
            _run.Lead(_run.NewId(), posting);
        }

        var findings = _run.Check();

        findings.Count.ShouldBe(2);
        findings.ShouldAllBe(f => f.Code == "too-many-leads" && f.Ids[0] == posting);
    }

    [Fact]
    public void Leads_of_REFiiNE_do_not_count_for_ARKiiVE()
    {
        _run.Facts = new AccountFacts { Settings = new AccountSettings { LeadsPerPosting = 1 } };
        var posting = _run.Posting();
        _run.Lead(_run.NewId(), posting);
        _run.SendLead(_run.NewId(), posting, Marks.RefiineSource);

        _run.Check().ShouldNotContain(f => f.Code == "too-many-leads");
    }

    [Fact]
    public void Two_rows_for_one_effect_are_found()
    {
        var application = _run.Apply(_run.Posting());
        var decision = _run.Match(application);
        _run.Settle(_run.Plan(EffectKind.Move, application.Id, "screened", decision), EffectState.Cancelled);

        _run.Check().ShouldHaveSingleItem().Code.ShouldBe("double-effect");
        decision.Solution.ShouldBe(Solution.Fiilter);
    }
}
