using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Tests.Support;

namespace CiivSoft.Lever.Tests;

public sealed class PagingTests : LeverTest
{
    private const LeverPriority Backfill = LeverPriority.Backfill;

    [Fact]
    public async Task Pages_follow_each_other_with_the_token_as_it_came()
    {
        Stub.Answers(
            StubAnswer.Page("""{"id":"a"},{"id":"b"}""", "%5B101%2C1751440001000%2C%22b%22%5D"),
            StubAnswer.Page("""{"id":"c"}""")
        );

        var pages = await OpportunitiesAsync();

        pages.Select(page => page.HasNext).ShouldBe([true, false]);
        Ids(pages).ShouldBe(["a", "b", "c"]);
        Stub.LastRequest.Query.ShouldBe(
            "expand=applications&limit=100&offset=%255B101%252C1751440001000%252C%2522b%2522%255D"
        );
    }

    [Fact]
    public async Task A_token_may_be_a_bare_number()
    {
        Stub.Answers(
            StubAnswer.Json("""{"data":[{"id":"r1"}],"hasNext":true,"next":1}"""),
            StubAnswer.Json("""{"data":[{"id":"r2"}]}""")
        );

        var reasons = await Client().ListArchiveReasonsAsync(Backfill, Cancellation);

        reasons.Items.Select(reason => reason.Id).ShouldBe(["r1", "r2"]);
        Stub.LastRequest.Query.ShouldBe("limit=100&offset=1");
    }

    [Theory]
    [InlineData("""{"data":[{"id":"a"}]}""")]
    [InlineData("""{"data":[{"id":"a"}],"hasNext":null}""")]
    [InlineData("""{"data":[{"id":"a"}],"next":"t"}""")]
    [InlineData("""{"data":[{"id":"a"}],"hasNext":false,"next":"t"}""")]
    [InlineData("""{"data":[{"id":"a"}],"hasNext":"false"}""")]
    [InlineData("""{"data":{"id":"a"}}""")]
    [InlineData("""[{"id":"a"}]""")]
    [InlineData("\uFEFF[{\"id\":\"a\"}]")]
    public async Task Every_shape_of_a_last_page_ends_the_list(string json)
    {
        Stub.Answers(StubAnswer.Json(json));

        var pages = await OpportunitiesAsync();

        Ids(pages).ShouldBe(["a"]);
        pages.Single().HasNext.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"data":[{"id":"a"}],"hasNext":true}""")]
    [InlineData("""{"data":[{"id":"a"}],"hasNext":true,"next":""}""")]
    [InlineData("""{"data":[{"id":"a"}],"hasNext":true,"next":null}""")]
    [InlineData("""{"data":[{"id":"a"}],"hasNext":true,"next":{}}""")]
    [InlineData("""{"data":[{"id":"a"}],"hasNext":7}""")]
    [InlineData("""{"hasNext":false}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":"none"}""")]
    [InlineData("""{"code":"Oops","message":"…"}""")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("<html></html>")]
    public async Task What_may_hide_records_is_no_end_of_a_list(string json)
    {
        Stub.Otherwise = StubAnswer.Json(json);

        var e = await Should.ThrowAsync<LeverException>(OpportunitiesAsync);

        e.Failure.ShouldBe(LeverFailure.Unreadable);
        e.IsTransient.ShouldBeTrue();
        Stub.Requests.Count.ShouldBe(Options.ReadAttempts);
    }

    [Fact]
    public async Task A_refused_token_begins_the_list_again()
    {
        Stub.Answers(
            StubAnswer.Page("""{"id":"a"}""", "t1"),
            StubAnswer.Json("""{"code":"BadRequestError","message":"Invalid offset token: t1"}""", 400),
            StubAnswer.Page("""{"id":"a"}""", "t1"),
            StubAnswer.Page("""{"id":"b"}""")
        );

        var pages = await OpportunitiesAsync();

        pages.Select(page => page.IsRestart).ShouldBe([false, true, false]);
        Ids(pages).ShouldBe(["a", "a", "b"]);
    }

    [Fact]
    public async Task A_short_list_that_begins_again_has_nothing_twice()
    {
        Stub.Answers(
            StubAnswer.Page("""{"id":"a"},7""", "t1"),
            StubAnswer.Json("""{"code":"x","message":"invalid offset token"}""", 400),
            StubAnswer.Page("""{"id":"a"},7""", "t1"),
            StubAnswer.Page("""{"id":"b"}""")
        );

        var notes = await Client().ListNotesAsync("o", Backfill, Cancellation);

        notes.ShouldNotBeNull();
        notes.Items.Select(note => note.Id).ShouldBe(["a", "b"]);
        notes.Broken.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_does_not_begin_again_for_ever()
    {
        var invalid = StubAnswer.Json("""{"code":"x","message":"Invalid offset token"}""", 400);
        Stub.Answers([
            .. Enumerable.Repeat(new[] { StubAnswer.Page("""{"id":"a"}""", "t1"), invalid }, 10).SelectMany(x => x),
        ]);

        var e = await Should.ThrowAsync<LeverException>(OpportunitiesAsync);

        e.Status.ShouldBe(400);
        Stub.Requests.Count.ShouldBe(2 * (1 + Options.MaxRestarts));
    }

    [Fact]
    public async Task A_list_that_goes_in_circles_is_left()
    {
        Stub.Answers(
            StubAnswer.Page("""{"id":"a"}""", "t1"),
            StubAnswer.Page("""{"id":"b"}""", "t2"),
            StubAnswer.Page("""{"id":"c"}""", "t1")
        );

        var e = await Should.ThrowAsync<LeverException>(OpportunitiesAsync);

        e.Failure.ShouldBe(LeverFailure.Paging);
        Stub.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Broken_records_are_left_out_and_counted()
    {
        Stub.Answers(
            StubAnswer.Page(
                """{"id":"a"},{"name":"no id"},null,7,"x",[],{"id":5},{"id":"b","archived":true},{"id":"c"}"""
            )
        );

        var page = (await OpportunitiesAsync()).Single();

        page.Items.Select(o => o.Id).ShouldBe(["a", "c"]);
        page.Broken.ShouldBe(7);
        Logs.Text.ShouldContain("Lever sent 7 records of opportunities that cannot be read");
    }

    [Fact]
    public async Task An_empty_page_may_be_followed_by_another()
    {
        Stub.Answers(StubAnswer.Page("", "t1"), StubAnswer.Page("""{"id":"a"}"""));

        Ids(await OpportunitiesAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Leaving_a_list_early_asks_for_nothing_more()
    {
        Stub.Answers(StubAnswer.Page("""{"id":"a"}""", "t1"));

        await foreach (var page in Client().ListOpportunitiesAsync(new OpportunityQuery(), Backfill, Cancellation))
        {
            page.HasNext.ShouldBeTrue();
            break;
        }

        Stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Deleted_opportunities_are_asked_for_by_time()
    {
        Stub.Answers(StubAnswer.Page("""{"id":"a","deletedAt":"1751440001000","deletedBy":"u"}"""));
        var since = DateTimeOffset.FromUnixTimeMilliseconds(9);

        var pages = await CollectAsync(Client().ListDeletedOpportunitiesAsync(since, Backfill, Cancellation));

        pages.Single().Items.Single().DeletedAt?.ToUnixTimeMilliseconds().ShouldBe(1751440001000);
        Stub.LastRequest.Target.ShouldBe("/v1/opportunities/deleted?deleted_at_start=9&limit=100");
    }

    private Task<List<LeverPage<Resources.LeverOpportunity>>> OpportunitiesAsync() =>
        CollectAsync(Client().ListOpportunitiesAsync(new OpportunityQuery(), Backfill, Cancellation));

    private static IEnumerable<string> Ids(IEnumerable<LeverPage<Resources.LeverOpportunity>> pages) =>
        pages.SelectMany(page => page.Items).Select(opportunity => opportunity.Id);
}
