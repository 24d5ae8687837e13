namespace CiivSoft.Cli.Tests.Checking;

public class NeverRejectsTests
{
    private readonly RecordedRun _run = new();

    [Theory]
    [InlineData("PUT", "/opportunities/:opportunity/archived")]
    [InlineData("PUT", "/candidates/:candidate/archived")]
    [InlineData("POST", "/opportunities/:opportunity/removeTags")]
    [InlineData("POST", "/opportunities/:opportunity/removeSources")]
    [InlineData("DELETE", "/opportunities/:opportunity/notes/:note")]
    [InlineData("DELETE", "/opportunities/:opportunity/files/:file")]
    [InlineData("PUT", "/opportunities/:opportunity/notes/:note")]
    [InlineData("PUT", "/contacts/:contact")]
    [InlineData("POST", "/postings")]
    public void A_call_that_is_none_of_our_four_writes_is_found(string method, string route)
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
    public void Others_may_archive()
    {
        var application = _run.Apply(_run.Posting());
        _run.NoMatch(application);
        _run.Act(RecordedRun.Change("opportunity.archived", application));

        _run.Check().ShouldBeEmpty();
    }
}
