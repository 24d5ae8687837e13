namespace CiivSoft.Cli.Tests.Checking;

public class PermittedRateTests
{
    private readonly RecordedRun _run = new();

    [Fact]
    public void Ten_a_second_after_a_burst_of_twenty_are_permitted()
    {
        var events = Requests([.. Enumerable.Repeat(0L, 20), .. Enumerable.Range(1, 50).Select(i => i * 100L)]);

        Check(events, 10).ShouldBeEmpty();
    }

    [Fact]
    public void A_burst_that_is_too_fast_is_found_with_the_requests_that_were_too_many()
    {
        var finding = Check(Requests([.. Enumerable.Repeat(0L, 23)]), 10).ShouldHaveSingleItem();

        finding.Invariant.ShouldBe("I6");
        finding.Sequences.ShouldBe([21L, 22L, 23L]);
        finding.Ids.ShouldBe([RecordedRun.OurKey]);
    }

    [Fact]
    public void A_rate_that_is_a_little_too_high_for_long_is_found()
    {
        Check(Requests([.. Enumerable.Range(0, 400).Select(i => i * 90L)]), 10).ShouldHaveSingleItem();
    }

    [Fact]
    public void Another_agreed_rate_has_a_burst_of_its_double()
    {
        Check(Requests([.. Enumerable.Repeat(0L, 400)]), 200).ShouldBeEmpty();
        Check(Requests([.. Enumerable.Repeat(0L, 401)]), 200).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_accounts_setting_is_the_rate_unless_another_is_given()
    {
        _run.Facts = new() { Settings = new() { CallsPerSecond = 100 } };

        Check(Requests([.. Enumerable.Repeat(0L, 150)]), null).ShouldBeEmpty();
        Check(Requests([.. Enumerable.Repeat(0L, 150)]), 10).ShouldHaveSingleItem();
    }

    private static List<CiivSoft.Cli.Checking.Recordings.LeverEvent> Requests(long[] times) =>
        [
            .. times.Select(
                (time, index) =>
                    new CiivSoft.Cli.Checking.Recordings.LeverEvent
                    {
                        Seq = index + 1,
                        Key = RecordedRun.OurKey,
                        Route = "GET /stages",
                        Path = "/stages",
                        ReceivedAtReal = RecordedRun.Start + time,
                    }
            ),
        ];

    private IReadOnlyList<CiivSoft.Cli.Checking.Breach> Check(
        IReadOnlyList<CiivSoft.Cli.Checking.Recordings.LeverEvent> events,
        double? rate
    )
    {
        var recording = _run.Record();
        return
        [
            .. CiivSoft.Cli.Checking.Invariants.PermittedRate.Check(
                new(events, recording.World, recording.Tables, new HashSet<string> { RecordedRun.OurKey })
                {
                    PermittedRate = rate,
                }
            ),
        ];
    }
}
