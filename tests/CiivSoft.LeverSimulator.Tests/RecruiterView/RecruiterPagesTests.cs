using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using CiivSoft.LeverSimulator.Generation;
using CiivSoft.LeverSimulator.Hosting;
using CiivSoft.LeverSimulator.World;
using Microsoft.AspNetCore.Builder;

namespace CiivSoft.LeverSimulator.Tests.RecruiterView;

/// <summary>The demo's world behind a real web server.</summary>
public sealed class RecruiterPagesTests : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private Simulator _simulator = null!; // Set before any test runs.
    private WebApplication _application = null!; // Set before any test runs.

    public async ValueTask InitializeAsync()
    {
        var options = new SimulatorOptions { World = "demo", Seed = 7 };
        _simulator = WorldFactory.Create(options, new WorldGenerator(), new SimulatorClock(TimeProvider.System));
        _application = SimulatorHost.CreateApplication(_simulator, "http://127.0.0.1:0");
        await _application.StartAsync(TestContext.Current.CancellationToken);
        _client.BaseAddress = new Uri(SimulatorProgram.AddressesOf(_application).First());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }

    [Fact]
    public async Task The_front_page_lists_every_posting_with_its_counts()
    {
        var page = await ParseAsync("/");

        page.QuerySelectorAll(".posting").Length.ShouldBe(12);
        page.QuerySelectorAll(".posting .n b")
            .Sum(number => int.Parse(number.TextContent, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(
                _simulator
                    .World.ListOpportunities(new OpportunityQuery(), null, 1000)
                    .Items.Count(row => row.Opportunity.PostingId != null)
            );
    }

    [Fact]
    public async Task A_posting_shows_its_people_by_stage()
    {
        var posting = _simulator.World.Account.Postings.First(posting =>
            posting.Text.StartsWith("Registered", StringComparison.Ordinal)
        );

        var page = await ParseAsync($"/postings/{posting.Id}");

        page.QuerySelectorAll(".column h2 span")
            .Select(heading => heading.TextContent)
            .ShouldBe([
                "Leads",
                "New applicant",
                "CiiVSOFT SCREENED",
                "Recruiter screen",
                "Phone interview",
                "On-site interview",
                "Offer",
                "Archived",
            ]);
        page.QuerySelectorAll(".column.applicant .card").Length.ShouldBe(6);
    }

    [Fact]
    public async Task Every_candidate_has_a_page_and_every_file_can_be_downloaded()
    {
        foreach (var number in _simulator.World.GetOpportunityNumbers())
        {
            var row = _simulator.World.GetOpportunity(number);
            var page = await ParseAsync($"/candidates/{row.Id}");
            page.QuerySelectorAll(".feed li").Length.ShouldBeGreaterThan(0);
            foreach (var link in page.QuerySelectorAll(".download a"))
            {
                using var answer = await GetAsync(link.GetAttribute("href")!);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                answer.Content.Headers.ContentDisposition?.DispositionType.ShouldBe("attachment");
                (
                    await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
                ).Length.ShouldBeGreaterThan(900);
            }
        }
    }

    [Fact]
    public async Task Pages_forbid_scripts_from_elsewhere_and_forms()
    {
        using var answer = await GetAsync("/");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Theory]
    [InlineData("/postings/nothing")]
    [InlineData("/candidates/nothing")]
    [InlineData("/candidates/a/resumes/b")]
    [InlineData("/assets/../../secret")]
    [InlineData("/assets/nothing.css")]
    [InlineData("/some/where/else")]
    public async Task What_is_not_there_is_a_404_page(string address)
    {
        using var answer = await GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pages_only_read()
    {
        using var answer = await _client.PostAsync(
            new Uri("/", UriKind.Relative),
            null,
            TestContext.Current.CancellationToken
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Arrivals_open_postings_and_apply_and_can_be_seen_at_once()
    {
        var before = _simulator.World.OpportunityCount;

        await ArriveAsync(new { postings = 2, applications = 6 });

        _simulator.World.OpportunityCount.ShouldBe(before + 6);
        _simulator.World.Account.Postings.Count.ShouldBe(14);
        (await ParseAsync("/")).QuerySelectorAll(".posting").Length.ShouldBe(14);
    }

    [Fact]
    public async Task A_strong_arrival_is_of_the_occupation_and_brings_a_resume()
    {
        var posting = _simulator.World.Account.Postings.First(posting => posting.Text == "Data Engineer");

        await ArriveAsync(
            new
            {
                applications = 3,
                posting = posting.Id,
                quality = "strong",
            }
        );

        var newest = _simulator.World.GetOpportunityNumbers().TakeLast(3);
        foreach (var number in newest)
        {
            var row = _simulator.World.GetOpportunity(number);
            row.PostingId.ShouldBe(posting.Id);
            row.StageId.ShouldBe(WorldDefaults.ApplicantNew);
            var resume = _simulator.World.GetDocuments(number, row).Resumes.Single();
            resume.File!.Content.GetBytes().Length.ShouldBeGreaterThan(900);
        }
    }

    [Theory]
    [InlineData("{\"applications\":-1}")]
    [InlineData("{\"applications\":1001}")]
    [InlineData("{\"quality\":\"superb\"}")]
    [InlineData("{\"posting\":\"nothing\"}")]
    public async Task Arrivals_that_make_no_sense_are_refused(string body)
    {
        using var content = new StringContent(body, null, "application/json");
        using var answer = await _client.PostAsync(
            new Uri("/_sim/world/arrivals", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task ArriveAsync(object body)
    {
        using var answer = await _client.PostAsJsonAsync(
            "/_sim/world/arrivals",
            body,
            TestContext.Current.CancellationToken
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private Task<HttpResponseMessage> GetAsync(string address) =>
        _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> ParseAsync(string address)
    {
        using var answer = await GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(text, TestContext.Current.CancellationToken);
    }
}
