using System.Net.Http.Headers;
using System.Text;

namespace CiivSoft.LeverSimulator.Tests;

public sealed class AccessTests
{
    [Fact]
    public async Task No_key_an_unknown_key_and_a_revoked_key_get_401()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var none = await simulator.SendAsync(HttpMethod.Get, "/v1/stages", content: null, key: null);
        none.Status.ShouldBe(401);
        none.Code.ShouldBe("Unauthorized");
        (await simulator.GetAsync("/v1/stages", "nonesuch")).Status.ShouldBe(401);

        await simulator.AdministerAsync("keys", new { action = "revoke", key = RunningSimulator.AllKey });
        (await simulator.GetAsync("/v1/stages")).Status.ShouldBe(401);
        await simulator.AdministerAsync("keys", new { action = "restore", key = "key-1" });
        (await simulator.GetAsync("/v1/stages")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_bearer_token_is_a_key_too()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var client = new HttpClient { BaseAddress = simulator.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningSimulator.AllKey);

        using var response = await client.GetAsync(
            new Uri("/v1/stages", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        ((int)response.StatusCode).ShouldBe(200);
        response.Headers.Server.ToString().ShouldBe("lever-data-api");
    }

    [Theory]
    [InlineData("GET", "/v1/users")]
    [InlineData("GET", "/v1/archive_reasons")]
    [InlineData("GET", "/v1/sources")]
    [InlineData("POST", "/v1/opportunities")]
    [InlineData("PUT", "/v1/opportunities/x/archived")]
    [InlineData("POST", "/v1/opportunities/x/removeTags")]
    [InlineData("GET", "/v1/opportunities/x/files/y")]
    [InlineData("GET", "/v1/candidates/x/files")]
    [InlineData("DELETE", "/v1/opportunities/x/notes/y")]
    [InlineData("PUT", "/v1/contacts/x")]
    [InlineData("GET", "/v1/webhooks")]
    public async Task The_article_key_has_no_right_to_what_the_article_does_not_name(string method, string path)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var reply = await simulator.SendAsync(new HttpMethod(method), path, content: null, RunningSimulator.ArticleKey);

        reply.Status.ShouldBe(403);
        reply.Code.ShouldBe("Forbidden");
    }

    [Theory]
    [InlineData("/v1/stages")]
    [InlineData("/v1/postings")]
    [InlineData("/v1/opportunities")]
    [InlineData("/v1/candidates")]
    [InlineData("/v1/opportunities/deleted")]
    [InlineData("/v1/tags")]
    [InlineData("/v1/requisitions")]
    [InlineData("/v1/requisition_fields")]
    public async Task The_article_key_reads_the_lists_that_the_article_names(string path)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        (await simulator.GetAsync(path, RunningSimulator.ArticleKey)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_right_can_be_taken_and_given_back()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AdministerAsync(
            "keys",
            new
            {
                action = "rights",
                key = RunningSimulator.ArticleKey,
                remove = (string[])["Find all stages"],
            }
        );
        (await simulator.GetAsync("/v1/stages", RunningSimulator.ArticleKey)).Status.ShouldBe(403);

        await simulator.AdministerAsync(
            "keys",
            new
            {
                action = "rights",
                key = RunningSimulator.ArticleKey,
                add = (string[])["Find all stages"],
            }
        );
        (await simulator.GetAsync("/v1/stages", RunningSimulator.ArticleKey)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_profile_with_one_right_more_may_create_an_opportunity()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var reply = await simulator.PostAsync(
            $"/v1/opportunities?perform_as={RunningSimulator.User}",
            new { name = "Ann" },
            RunningSimulator.PlusKey
        );

        reply.Status.ShouldBe(201);
    }

    [Fact]
    public async Task The_order_of_checks_is_key_route_right_parameters_existence()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        (await simulator.GetAsync("/v1/nowhere", "nonesuch")).Status.ShouldBe(401);
        (await simulator.GetAsync("/v1/nowhere", RunningSimulator.ArticleKey)).Status.ShouldBe(404);
        var noRight = await simulator.PutAsync("/v1/opportunities/x/archived", new { }, RunningSimulator.ArticleKey);
        noRight.Status.ShouldBe(403);
        (await simulator.PutAsync("/v1/opportunities/x/stage", new { })).Status.ShouldBe(400);
        (await simulator.PutAsync("/v1/opportunities/x/stage", new { stage = "offer" })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_bucket_of_a_key_holds_twenty_and_each_key_has_its_own()
    {
        await using var simulator = await RunningSimulator.StartAsync(options => options with { Rate = 0.001 });

        for (var i = 0; i < 20; i++)
        {
            (await simulator.GetAsync("/v1/stages")).Status.ShouldBe(200);
        }

        var refused = await simulator.GetAsync("/v1/stages");
        refused.Status.ShouldBe(429);
        refused.Headers.RetryAfter.ShouldBeNull();
        (await simulator.GetAsync("/v1/stages", RunningSimulator.ArticleKey)).Status.ShouldBe(200);

        await simulator.AdministerAsync("settings", new { retryAfter = true });
        (await simulator.GetAsync("/v1/stages")).Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_history_names_keys_and_never_shows_a_secret()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.GetAsync("/v1/stages", RunningSimulator.PlusKey);
        await simulator.GetAsync("/v1/stages", "canary-unknown");

        var entries = await simulator.GetLinesAsync("history?after=0");
        entries.Select(entry => entry.GetProperty("key").GetString()).ShouldBe(["key-3", null]);
        var whole = await simulator.SendAsync(HttpMethod.Get, "/_sim/history", content: null, key: null);
        var keys = await simulator.SendAsync(HttpMethod.Get, "/_sim/keys", content: null, key: null);
        Encoding.UTF8.GetString([.. whole.Bytes, .. keys.Bytes]).ShouldNotContain("canary");
    }

    [Fact]
    public async Task Confidential_data_need_a_key_that_may_see_them()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("open");
        await simulator.AddPostingAsync("secret", new { confidentiality = "confidential" });
        var opportunity = await simulator.ApplyAsync("secret", "Ann Hidden");

        (await simulator.GetAsync("/v1/postings/secret", RunningSimulator.ArticleKey)).Status.ShouldBe(403);
        (await simulator.GetAsync($"/v1/opportunities/{opportunity}", RunningSimulator.ArticleKey)).Status.ShouldBe(
            403
        );
        (await simulator.GetAsync("/v1/postings?confidentiality=all", RunningSimulator.ArticleKey)).Status.ShouldBe(
            403
        );
        (await simulator.GetAsync("/v1/postings", RunningSimulator.ArticleKey)).Ids.ShouldBe(["open"]);
        (await simulator.GetAsync("/v1/postings")).Ids.ShouldBe(["open"]);
        (await simulator.GetAsync("/v1/postings?confidentiality=confidential")).Ids.ShouldBe(["secret"]);
        (await simulator.GetAsync("/v1/opportunities")).Ids.ShouldBeEmpty();
        (await simulator.GetAsync("/v1/opportunities?confidentiality=all")).Ids.ShouldBe([opportunity]);
        var created = await simulator.PostAsync(
            $"/v1/opportunities?perform_as={RunningSimulator.User}",
            new { name = "Bob", postings = (string[])["secret"] },
            RunningSimulator.PlusKey
        );
        created.Status.ShouldBe(403);
    }
}
