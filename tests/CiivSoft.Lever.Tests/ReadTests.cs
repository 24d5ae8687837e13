using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Tests.Support;

namespace CiivSoft.Lever.Tests;

public sealed class ReadTests : LeverTest
{
    private const LeverPriority Backfill = LeverPriority.Backfill;
    private const string Stage = """{"id":"lead-new","text":"New lead"}""";

    [Theory]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_read_is_repeated_with_a_permit_for_each_attempt(int status)
    {
        Stub.Answers(StubAnswer.Status(status), StubAnswer.Status(status), StubAnswer.Page(Stage));

        var stages = await Client().ListStagesAsync(LeverPriority.NewApplication, Cancellation);

        stages.Items.Single().Text.ShouldBe("New lead");
        Stub.Requests.Count.ShouldBe(3);
        Permits.Taken.ShouldBe(Enumerable.Repeat(LeverPriority.NewApplication, 3));
        Permits.Answered.Count.ShouldBe(3);
        Permits.Answered.ShouldAllBe(took => took > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_read_survives_lost_truncated_and_late_answers()
    {
        Options.AttemptTimeout = TimeSpan.FromMilliseconds(300);
        Stub.Answers(
            StubAnswer.Lost,
            StubAnswer.Truncated($$"""{"data":[{{Stage}}],"hasNext":false}"""),
            StubAnswer.Slow,
            StubAnswer.Page(Stage)
        );

        var stages = await Client().ListStagesAsync(Backfill, Cancellation);

        stages.Items.Count.ShouldBe(1);
        Stub.Requests.Count.ShouldBe(4);
        Permits.Taken.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_read_fails_when_all_attempts_did()
    {
        Stub.Otherwise = StubAnswer.Status(503, "ServiceUnavailable");

        var e = await Should.ThrowAsync<LeverException>(() => Client().ListStagesAsync(Backfill, Cancellation));

        e.ShouldSatisfyAllConditions(
            () => e.Status.ShouldBe(503),
            () => e.Code.ShouldBe("ServiceUnavailable"),
            () => e.IsTransient.ShouldBeTrue(),
            () => e.IsMissingRight.ShouldBeFalse(),
            () => e.Route.ShouldBe(LeverRoute.ListStages),
            () => e.Message.ShouldBe("Lever: GET stages failed (Status, status 503 ServiceUnavailable)."),
            () => Stub.Requests.Count.ShouldBe(Options.ReadAttempts)
        );
    }

    [Theory]
    [InlineData(400, false, false)]
    [InlineData(401, true, true)]
    [InlineData(403, true, false)]
    [InlineData(422, false, false)]
    public async Task What_will_not_pass_is_not_repeated(int status, bool isMissingRight, bool isUnauthorized)
    {
        Stub.Otherwise = StubAnswer.Status(status);

        var e = await Should.ThrowAsync<LeverException>(() => Client().GetContactAsync("c", Backfill, Cancellation));

        e.IsTransient.ShouldBeFalse();
        e.IsMissingRight.ShouldBe(isMissingRight);
        e.IsUnauthorized.ShouldBe(isUnauthorized);
        e.Route.Right.ShouldBe("Find a contact");
        Stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_pause_that_Lever_asks_for_is_kept_and_reported()
    {
        Stub.Answers(StubAnswer.Status(429, retryAfter: "1"), StubAnswer.Page(Stage));
        var start = TimeProvider.System.GetTimestamp();

        await Client().ListStagesAsync(Backfill, Cancellation);

        // A lower bound that Lever gave, not a measurement.
        TimeProvider.System.GetElapsedTime(start).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(990));
        Permits.Reported.ShouldBe([TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task A_pause_longer_than_our_longest_is_left_to_the_caller()
    {
        Stub.Otherwise = StubAnswer.Status(429, retryAfter: "120");

        var e = await Should.ThrowAsync<LeverException>(() => Client().ListStagesAsync(Backfill, Cancellation));

        e.RetryAfter.ShouldBe(TimeSpan.FromSeconds(120));
        e.IsTransient.ShouldBeTrue();
        Stub.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT")]
    public async Task A_strange_pause_does_no_harm(string retryAfter)
    {
        Stub.Answers(StubAnswer.Status(429, retryAfter: retryAfter), StubAnswer.Page(Stage));

        var stages = await Client().ListStagesAsync(Backfill, Cancellation);

        stages.Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_does_not_exist_is_null_or_empty()
    {
        Stub.Otherwise = StubAnswer.Status(404, "ResourceNotFound");
        var client = Client();

        (await client.GetOpportunityAsync("o", Backfill, Cancellation)).ShouldBeNull();
        (await client.GetPostingAsync("p", Backfill, Cancellation)).ShouldBeNull();
        (await client.GetContactAsync("c", Backfill, Cancellation)).ShouldBeNull();
        (await client.ListNotesAsync("o", Backfill, Cancellation)).ShouldBeNull();
        (await client.ListOffersAsync("o", Backfill, Cancellation)).ShouldBeNull();
        (await client.ListResumesAsync("o", Backfill, Cancellation)).Items.ShouldBeEmpty();
        (await client.ListFilesAsync("o", Backfill, Cancellation)).Items.ShouldBeEmpty();
        (await client.DownloadResumeAsync("o", "r", 100, Backfill, Cancellation)).ShouldBe(new LeverDownload.Missing());
        (await Should.ThrowAsync<LeverException>(() => client.ListStagesAsync(Backfill, Cancellation))).Status.ShouldBe(
            404
        );
    }

    [Fact]
    public async Task A_404_page_of_something_on_the_way_deletes_nobody()
    {
        Stub.Otherwise = StubAnswer.Bytes("<html>no such host</html>"u8.ToArray(), 404, "text/html");

        var e = await Should.ThrowAsync<LeverException>(() =>
            Client().GetOpportunityAsync("o", Backfill, Cancellation)
        );

        e.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Another_record_than_the_one_asked_for_is_broken()
    {
        Stub.Otherwise = StubAnswer.Data("""{"id":"other"}""");

        var e = await Should.ThrowAsync<LeverException>(() =>
            Client().GetOpportunityAsync("o", Backfill, Cancellation)
        );

        e.Failure.ShouldBe(LeverFailure.BrokenRecord);
        e.IsTransient.ShouldBeFalse();
        Stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_merged_contact_may_answer_under_its_new_id()
    {
        Stub.Otherwise = StubAnswer.Data("""{"id":"survivor"}""");

        (await Client().GetContactAsync("merged", Backfill, Cancellation))?.Id.ShouldBe("survivor");
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        Options.MaxAnswerBytes = 64 * 1024;
        Stub.Otherwise = StubAnswer.Page(Stage + new string(' ', 100_000));

        var e = await Should.ThrowAsync<LeverException>(() => Client().ListStagesAsync(Backfill, Cancellation));

        e.Failure.ShouldBe(LeverFailure.TooLarge);
        Stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_filter_goes_out_under_Levers_name()
    {
        Stub.Otherwise = StubAnswer.Page("");
        var t = DateTimeOffset.FromUnixTimeMilliseconds(1751440001000);
        var query = new OpportunityQuery
        {
            UpdatedSince = t,
            UpdatedUntil = t.AddMilliseconds(1),
            CreatedFrom = t.AddMilliseconds(2),
            CreatedTo = t.AddMilliseconds(3),
            ContactIds = ["c1", "c2"],
            PostingIds = ["p"],
            ArchivedPostingIds = ["q"],
            StageIds = ["applicant-new"],
            Tags = ["A & B"],
            Sources = ["CiiVSOFT ARKiiVE"],
            Archived = false,
            Snoozed = true,
            Email = "a+b@example.com",
            Confidentiality = LeverConfidentiality.All,
        };

        await CollectAsync(Client().ListOpportunitiesAsync(query, Backfill, Cancellation));

        Stub.LastRequest.Path.ShouldBe("/v1/opportunities");
        Stub.LastRequest.Query.Split('&')
            .ShouldBe([
                "updated_at_start=1751440001000",
                "updated_at_end=1751440001001",
                "created_at_start=1751440001002",
                "created_at_end=1751440001003",
                "contact_id=c1",
                "contact_id=c2",
                "posting_id=p",
                "archived_posting_id=q",
                "stage_id=applicant-new",
                "tag=A%20%26%20B",
                "source=CiiVSOFT%20ARKiiVE",
                "archived=false",
                "snoozed=true",
                "email=a%2Bb%40example.com",
                "confidentiality=all",
                "expand=applications",
                "limit=100",
            ]);
    }

    [Fact]
    public async Task Postings_are_filtered_by_change_and_confidentiality_only()
    {
        Stub.Otherwise = StubAnswer.Page("");
        var query = new PostingQuery { UpdatedSince = DateTimeOffset.FromUnixTimeMilliseconds(5) };

        await CollectAsync(Client().ListPostingsAsync(query, Backfill, Cancellation));

        Stub.LastRequest.Target.ShouldBe("/v1/postings?updated_at_start=5&limit=100");
    }

    [Fact]
    public async Task Too_many_values_of_one_filter_are_refused()
    {
        var query = new OpportunityQuery { ContactIds = [.. Enumerable.Repeat("c", OpportunityQuery.MaxValues + 1)] };

        var e = await Should.ThrowAsync<ArgumentException>(() =>
            CollectAsync(Client().ListOpportunitiesAsync(query, Backfill, Cancellation))
        );

        e.Message.ShouldContain("at most 100");
    }

    [Fact]
    public async Task What_the_permits_throw_reaches_the_caller_and_nothing_is_sent()
    {
        var client = Client(Stub.BaseUri, new ClosedPermits());

        await Should.ThrowAsync<TimeoutException>(() => client.ListStagesAsync(Backfill, Cancellation));

        Stub.Requests.ShouldBeEmpty();
    }

    private sealed class ClosedPermits : ILeverPermits
    {
        public ValueTask WaitAsync(LeverPriority priority, CancellationToken cancellationToken) =>
            throw new TimeoutException("no permits today");

        public ValueTask ReportTooManyRequestsAsync(TimeSpan? retryAfter, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;
    }
}
