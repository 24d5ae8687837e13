using System.Globalization;
using System.Text.Json;

namespace CiivSoft.LeverSimulator.Tests;

public sealed class ListTests
{
    [Fact]
    public async Task Opportunities_come_by_stage_then_last_advanced_then_id()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var older = await simulator.ApplyAsync("p1", "Older Applicant", 1_700_000_000_000);
        var newer = await simulator.ApplyAsync("p1", "Newer Applicant", 1_700_000_001_000);
        var twins = new List<string>
        {
            await simulator.ApplyAsync("p1", "Twin One", 1_600_000_000_000),
            await simulator.ApplyAsync("p1", "Twin Two", 1_600_000_000_000),
        };
        twins.Sort(StringComparer.Ordinal);
        await simulator.AdministerAsync(
            "act",
            new
            {
                kind = "stage",
                opportunity = older,
                stage = "Recruiter screen",
            }
        );

        var reply = await simulator.GetAsync("/v1/opportunities");

        reply.Ids.ShouldBe([newer, .. twins, older]);
        reply.Json.GetProperty("hasNext").GetBoolean().ShouldBeFalse();
        reply.Json.TryGetProperty("next", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_token_is_the_key_of_the_next_record_and_is_taken_encoded_once_or_twice(bool isEncodedAgain)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        for (var i = 0; i < 7; i++)
        {
            await simulator.ApplyAsync("p1", $"Person {i}", 1_700_000_000_000 + i);
        }

        var all = (await simulator.GetAsync("/v1/opportunities")).Ids.ToList();
        var walked = new List<string?>();
        string? next = null;
        do
        {
            var offset = next is null ? "" : "&offset=" + (isEncodedAgain ? Uri.EscapeDataString(next) : next);
            var page = await simulator.GetAsync("/v1/opportunities?limit=3" + offset);
            walked.AddRange(page.Ids);
            next = page.Json.TryGetProperty("next", out var token) ? token.GetString() : null;
            if (next is not null)
            {
                var key = JsonElement.Parse(Uri.UnescapeDataString(next));
                key[0].GetDouble().ShouldBe(101);
                key[2].GetString().ShouldBe(all[walked.Count]);
            }
        } while (next is not null);

        walked.ShouldBe(all);
    }

    [Theory]
    [InlineData("/v1/opportunities")]
    [InlineData("/v1/postings")]
    [InlineData("/v1/users")]
    [InlineData("/v1/stages")]
    public async Task A_bad_token_and_a_bad_limit_get_400(string path)
    {
        await using var simulator = await RunningSimulator.StartAsync();

        foreach (var token in (string[])["rubbish", "%5B1%5D", "0.14.a", "[1,2,3]", "-1", "{}", "null"])
        {
            var reply = await simulator.GetAsync($"{path}?offset={token}");
            reply.Status.ShouldBe(400, token);
            reply.Message.ShouldBe("Invalid offset token");
        }

        foreach (var limit in (string[])["0", "101", "-1", "ten", "1.5", ""])
        {
            (await simulator.GetAsync($"{path}?limit={limit}")).Status.ShouldBe(400, limit);
        }
    }

    [Fact]
    public async Task Every_filter_narrows_and_repeated_values_are_alternatives()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1", new { categories = new { location = "Leeds, UK", team = "Platform" } });
        await simulator.AddPostingAsync("p2");
        var ann = await simulator.ApplyAsync("p1", "Ann One", 1_700_000_000_000);
        var bob = await simulator.ApplyAsync("p2", "Bob Two", 1_700_000_100_000);
        var cyd = await simulator.ApplyAsync("p2", "Cyd Three", 1_700_000_200_000);
        await simulator.AdministerAsync(
            "act",
            new
            {
                kind = "archive",
                opportunity = cyd,
                reason = "Withdrew",
            }
        );
        await simulator.AdministerAsync(
            "act",
            new
            {
                kind = "tag",
                opportunity = bob,
                tags = (string[])["Gold", "a b"],
            }
        );
        var until = simulator.Simulator.World.Clock.Now + 100_000;
        await simulator.AdministerAsync(
            "act",
            new
            {
                kind = "snooze",
                opportunity = bob,
                until,
            }
        );
        var annsContact = (await simulator.GetOpportunityAsync(ann)).GetProperty("contact").GetString();
        var reason = (await simulator.GetOpportunityAsync(cyd))
            .GetProperty("archived")
            .GetProperty("reason")
            .GetString();

        async Task ExpectAsync(string query, params string[] ids) =>
            (await simulator.GetAsync("/v1/opportunities?" + query)).Ids.Order().ShouldBe(ids.Order(), query);

        await ExpectAsync("posting_id=p1", ann);
        await ExpectAsync("posting_id=p2", bob);
        await ExpectAsync("posting_id=p2&archived=true");
        await ExpectAsync("archived_posting_id=p2", cyd);
        await ExpectAsync("posting_id=p1&posting_id=p2", ann, bob);
        await ExpectAsync("posting_id[]=p1&posting_id[]=p2", ann, bob);
        await ExpectAsync("archived=true", cyd);
        await ExpectAsync("archived=false", ann, bob);
        await ExpectAsync($"archive_reason_id={reason}", cyd);
        await ExpectAsync("tag=Gold", bob);
        await ExpectAsync("tag=gold");
        await ExpectAsync("tag=a%20b&tag=Platform", ann, bob);
        await ExpectAsync("snoozed=true", bob);
        await ExpectAsync("snoozed=false", ann, cyd);
        await ExpectAsync("location=Leeds,%20UK", ann);
        await ExpectAsync("location=unspecified", bob, cyd);
        await ExpectAsync("email=ANN.one@example.com%20", ann);
        await ExpectAsync("email=nobody@example.com");
        await ExpectAsync($"contact_id={annsContact}", ann);
        await ExpectAsync("origin=sourced&origin=applied", ann, bob, cyd);
        await ExpectAsync("source=Job%20site&stage_id=applicant-new&posting_id=p1", ann);
        await ExpectAsync("created_at_start=1700000100000", bob, cyd);
        await ExpectAsync("created_at_start=1700000000000&created_at_end=1700000100000", ann, bob);
        await ExpectAsync("updated_at_start=1700000000100", ann, bob, cyd);
        await ExpectAsync("advanced_at_end=1700000100000", ann, bob);
        await ExpectAsync("archived_at_start=1700000000000", cyd);
        await ExpectAsync("unknown_parameter=1", ann, bob, cyd);
        (await simulator.GetAsync("/v1/opportunities?created_at_start=yesterday")).Status.ShouldBe(400);
        (await simulator.GetAsync("/v1/opportunities?archived=maybe")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Include_keeps_the_id_and_expand_replaces_ids_and_wins()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One");

        var included = (await simulator.GetAsync("/v1/opportunities?include=name")).Data[0];
        included.EnumerateObject().Select(field => field.Name).ShouldBe(["id", "name"]);

        var query = "?include=name&expand=stage&expand=contact&expand=applications&expand=owner&expand=followers";
        var expanded = (await simulator.GetAsync($"/v1/opportunities/{id}{query}")).Data;
        expanded.GetProperty("stage").GetProperty("text").GetString().ShouldBe("New applicant");
        expanded.GetProperty("contact").GetProperty("isAnonymized").GetBoolean().ShouldBeFalse();
        expanded.GetProperty("applications")[0].GetProperty("posting").GetString().ShouldBe("p1");
        expanded.GetProperty("owner").GetProperty("accessRole").GetString().ShouldBe("team member");
        expanded.GetProperty("followers")[0].GetProperty("name").GetString().ShouldBe("Rita Recruiter");
        expanded.TryGetProperty("emails", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Postings_come_newest_first_and_updated_at_stands_alone_with_confidentiality()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("old", new { createdAt = 1_600_000_000_000 });
        await simulator.AddPostingAsync("new", new { createdAt = 1_700_000_000_000, state = "internal" });
        await simulator.AddPostingAsync(
            "hidden",
            new { createdAt = 1_650_000_000_000, distributionChannels = (string[])["internal"] }
        );
        await simulator.AddPostingAsync("closed", new { createdAt = 1_640_000_000_000, state = "closed" });

        (await simulator.GetAsync("/v1/postings")).Ids.ShouldBe(["new", "hidden", "closed", "old"]);
        (await simulator.GetAsync("/v1/postings?state=published")).Ids.ShouldBe(["old"]);
        var channels = "distributionChannel=public&distributionChannel=internal";
        (await simulator.GetAsync("/v1/postings?state=published&" + channels)).Ids.ShouldBe(["hidden", "old"]);
        (await simulator.GetAsync("/v1/postings?updated_at_start=1650000000000&confidentiality=all")).Ids.ShouldBe([
            "new",
            "hidden",
        ]);
        (await simulator.GetAsync("/v1/postings?updated_at_start=1&state=published")).Status.ShouldBe(400);
        (await simulator.GetAsync("/v1/postings?state=nonsense")).Status.ShouldBe(400);

        var closed = (await simulator.GetAsync("/v1/postings/closed")).Data;
        closed.GetProperty("urls").ValueKind.ShouldBe(JsonValueKind.Null);
        closed.GetProperty("distributionChannels").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Lists_without_paging_have_no_hasNext()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        (await simulator.GetAsync("/v1/webhooks")).Json.TryGetProperty("hasNext", out _).ShouldBeFalse();
        (await simulator.GetAsync("/v1/requisition_fields")).Json.TryGetProperty("hasNext", out _).ShouldBeFalse();
        (await simulator.GetAsync("/v1/stages")).Json.TryGetProperty("hasNext", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Deleted_opportunities_are_listed_by_the_time_of_deletion_and_gone_elsewhere()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One");
        var before = simulator.Simulator.World.Clock.Now;
        await simulator.AdministerAsync("act", new { kind = "delete", opportunity = id });

        var deleted = await simulator.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"/v1/opportunities/deleted?deleted_at_start={before}")
        );
        deleted.Ids.ShouldBe([id]);
        deleted.Data[0].GetProperty("name").GetString().ShouldBe("");
        deleted.Data[0].GetProperty("deletedAt").GetInt64().ShouldBeGreaterThanOrEqualTo(before);
        (await simulator.GetAsync("/v1/opportunities/deleted?deleted_at_end=1")).Ids.ShouldBeEmpty();
        (await simulator.GetAsync("/v1/opportunities")).Ids.ShouldBeEmpty();
        (await simulator.GetAsync($"/v1/opportunities/{id}")).Status.ShouldBe(404);
    }
}
