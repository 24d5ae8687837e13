using CiivSoft.Cli.Checking.Costs;

namespace CiivSoft.Cli.Tests.Checking;

public class CostTableTests
{
    private readonly RecordedRun _run = new();

    [Fact]
    public void Calls_are_counted_for_the_event_that_they_were_made_for()
    {
        var posting = _run.Posting();
        var matched = _run.Apply(posting);
        Read(matched.Id);
        _run.Request("GET", "/opportunities/:opportunity", $"/opportunities/{matched.Id}");
        _run.Request("GET", "/postings/:posting", $"/postings/{posting}");
        _run.Match(matched);
        var unmatched = _run.Apply(posting);
        Read(unmatched.Id);
        _run.NoMatch(unmatched);

        var costs = CostTable.Measure(_run.Record()).ToDictionary(c => c.Event);

        costs[CostTable.Match].Median.ShouldBe(6);
        costs[CostTable.NoMatch].Median.ShouldBe(2);
        costs[CostTable.Posting].Events.ShouldBe(0);
    }

    [Fact]
    public void A_posting_costs_a_check_a_lead_and_a_note_for_each_person()
    {
        var posting = _run.Posting();
        _run.Request("GET", "/postings/:posting", $"/postings/{posting}");
        for (var person = 0; person < 7; person++)
        {
            var contact = _run.NewId();
            _run.Request("GET", "/opportunities", "/opportunities", query: $"?contact_id={contact}&limit=100");
            _run.Lead(contact, posting);
        }

        var cost = CostTable.Measure(_run.Record()).Single(c => c.Event == CostTable.Posting);

        cost.Median!.Value.ShouldBe(22, 0.001);
        cost.IsOver.ShouldBeFalse();
    }

    [Fact]
    public void People_who_are_read_together_share_the_call()
    {
        var posting = _run.Posting();
        var contacts = Enumerable.Range(0, 7).Select(_ => _run.NewId()).ToList();
        var query = "?" + string.Join('&', contacts.Select(c => $"contact_id={c}"));
        _run.Request("GET", "/opportunities", "/opportunities", query: query);
        _run.Request("GET", "/postings/:posting", $"/postings/{posting}");
        foreach (var contact in contacts)
        {
            _run.Lead(contact, posting);
        }

        CostTable.Measure(_run.Record()).Single(c => c.Event == CostTable.Posting).Median!.Value.ShouldBe(16, 0.001);
    }

    [Fact]
    public void Too_many_calls_are_over_and_break_no_invariant()
    {
        var application = _run.Apply(_run.Posting());
        for (var call = 0; call < 4; call++)
        {
            Read(application.Id);
        }

        _run.NoMatch(application);

        CostTable.Measure(_run.Record()).Single(c => c.Event == CostTable.NoMatch).IsOver.ShouldBeTrue();
        _run.Check().ShouldBeEmpty();
    }

    [Fact]
    public void A_scan_is_quiet_when_nothing_but_lists_comes_before_the_next()
    {
        _run.Request("GET", "/stages", "/stages");
        Read(_run.Apply(_run.Posting()).Id);
        for (var round = 0; round < 3; round++)
        {
            _run.Request("GET", "/stages", "/stages");
            _run.Request("GET", "/postings", "/postings");
            _run.Scan();
            _run.Request("GET", "/opportunities/deleted", "/opportunities/deleted");
        }

        var scan = CostTable.Measure(_run.Record()).Single(c => c.Event == CostTable.Scan);
        (scan.Events, scan.Median).ShouldBe((3, 4));
    }

    [Theory]
    [InlineData(new double[] { 3, 1, 2 }, 2)]
    [InlineData(new double[] { 4, 1, 2, 3 }, 2.5)]
    public void The_middle_one_judges(double[] calls, double median) =>
        CostRow.Of("x", calls, 2.4).Median.ShouldBe(median);

    private void Read(string opportunity)
    {
        _run.Request("GET", "/opportunities/:opportunity/resumes", $"/opportunities/{opportunity}/resumes");
        _run.Request(
            "GET",
            "/opportunities/:opportunity/resumes/:resume/download",
            $"/opportunities/{opportunity}/resumes/r/download"
        );
    }
}
