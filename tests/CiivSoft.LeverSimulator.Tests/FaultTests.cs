using System.Text.Json;

namespace CiivSoft.LeverSimulator.Tests;

public sealed class FaultTests
{
    [Theory]
    [InlineData("lostAnswers", 1)]
    [InlineData("lostRequests", 0)]
    public async Task A_lost_answer_was_carried_out_and_a_lost_request_was_not(string fault, int notes)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var id = await StartWithOneAsync(simulator);
        await simulator.AdministerAsync("faults", new Dictionary<string, object> { [fault] = 1.0 });

        await Should.ThrowAsync<HttpRequestException>(() => AddNoteAsync(simulator, id));

        await simulator.SendAsync(HttpMethod.Delete, "/_sim/faults", content: null, key: null);
        (await simulator.GetAsync($"/v1/opportunities/{id}/notes")).Data.GetArrayLength().ShouldBe(notes);
        var entry = await FindWriteAsync(simulator, "request");
        entry.GetProperty("answerLost").GetBoolean().ShouldBeTrue();
        entry.GetProperty("effects").GetArrayLength().ShouldBe(notes);
        entry.GetProperty("body").GetProperty("value").GetString().ShouldBe("x");
    }

    [Fact]
    public async Task A_late_commit_breaks_the_connection_and_is_carried_out_afterwards()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var id = await StartWithOneAsync(simulator);
        await simulator.AdministerAsync("faults", new { lateCommits = 1.0, lateCommitMaxMs = 50 });

        await Should.ThrowAsync<HttpRequestException>(() => AddNoteAsync(simulator, id));
        while (simulator.Simulator.PendingCommits > 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        var commit = await FindWriteAsync(simulator, "commit");
        var request = await FindWriteAsync(simulator, "request");
        commit.GetProperty("of").GetInt64().ShouldBe(request.GetProperty("seq").GetInt64());
        commit.GetProperty("status").GetInt32().ShouldBe(201);
        request.GetProperty("effects").GetArrayLength().ShouldBe(0);
        (await simulator.GetAsync($"/v1/opportunities/{id}/notes")).Data.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_change_shows_by_id_at_once_and_in_lists_only_later()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var id = await StartWithOneAsync(simulator);
        await simulator.AdministerAsync("faults", new { lateVisibilityMs = 60_000 });

        await simulator.PutAsync($"/v1/opportunities/{id}/stage", new { stage = "offer" });
        var newcomer = await simulator.ApplyAsync("p1", "Bob Two");

        (await simulator.GetOpportunityAsync(id)).GetProperty("stage").GetString().ShouldBe("offer");
        (await simulator.GetAsync("/v1/opportunities?stage_id=offer")).Ids.ShouldBeEmpty();
        (await simulator.GetAsync("/v1/opportunities")).Ids.ShouldBe([id]);
        await simulator.AdministerAsync("clock", new { advanceMs = 60_001 });
        (await simulator.GetAsync("/v1/opportunities?stage_id=offer")).Ids.ShouldBe([id]);
        (await simulator.GetAsync("/v1/opportunities")).Ids.ShouldBe([newcomer, id]);
    }

    [Theory]
    [InlineData("status429", 429, 0)]
    [InlineData("status5xx", 500, 0)]
    [InlineData("status5xxAfterCommit", 500, 1)]
    public async Task A_status_is_answered_with_or_without_the_effect(string fault, int status, int notes)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var id = await StartWithOneAsync(simulator);
        await simulator.AdministerAsync("faults", new Dictionary<string, object> { [fault] = 1.0 });

        var reply = await AddNoteAsync(simulator, id);

        (
            reply.Status == 429 ? 429
            : reply.Status is 500 or 502 or 503 ? 500
            : reply.Status
        ).ShouldBe(status);
        reply.Code.ShouldNotBeNullOrEmpty();
        await simulator.AdministerAsync("faults", new { });
        (await simulator.GetAsync($"/v1/opportunities/{id}/notes")).Data.GetArrayLength().ShouldBe(notes);
    }

    [Fact]
    public async Task Malformed_answers_are_no_json()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AdministerAsync("faults", new { malformed = 1.0 });

        for (var i = 0; i < 20; i++)
        {
            var reply = await simulator.GetAsync("/v1/stages");
            reply.Status.ShouldBe(200);
            Should.Throw<JsonException>(() => reply.Json);
        }
    }

    [Fact]
    public async Task The_first_record_of_a_list_can_come_without_its_id()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AdministerAsync("faults", new { brokenRecords = 1.0 });

        var stages = (await simulator.GetAsync("/v1/stages")).Data;

        stages.EnumerateArray().Count(s => !s.TryGetProperty("id", out _)).ShouldBe(1);
    }

    [Fact]
    public async Task Faults_can_be_kept_to_some_routes_and_a_seed_repeats_them()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        async Task<List<int>> RunAsync()
        {
            await simulator.AdministerAsync(
                "faults",
                new
                {
                    status5xx = 0.5,
                    routes = (string[])["GET /stages"],
                    seed = 7,
                }
            );
            var statuses = new List<int>();
            for (var i = 0; i < 20; i++)
            {
                statuses.Add((await simulator.GetAsync("/v1/stages")).Status);
                (await simulator.GetAsync("/v1/tags")).Status.ShouldBe(200);
            }

            return statuses;
        }

        var first = await RunAsync();

        first.ShouldContain(200);
        first.ShouldContain(status => status >= 500);
        (await RunAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task The_history_is_in_order_pages_and_counts()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var id = await StartWithOneAsync(simulator);
        await AddNoteAsync(simulator, id);
        await simulator.GetAsync("/v1/nowhere");

        var entries = await simulator.GetLinesAsync("history?after=0");

        entries
            .Select(entry => entry.GetProperty("seq").GetInt64())
            .ShouldBe(Enumerable.Range(1, entries.Count).Select(i => (long)i));
        entries.Select(entry => entry.GetProperty("kind").GetString()).ShouldBe(["act", "act", "request", "request"]);
        var effect = entries[2].GetProperty("effects")[0];
        effect.GetProperty("kind").GetString().ShouldBe("note.created");
        effect.GetProperty("opportunity").GetString().ShouldBe(id);
        effect.GetProperty("posting").GetString().ShouldBe("p1");
        entries[2].GetProperty("committedAt").GetInt64().ShouldBeGreaterThan(0);
        (await simulator.GetLinesAsync("history?after=2&limit=1"))
            .Single()
            .GetRawText()
            .ShouldBe(entries[2].GetRawText());
        var counts = (await simulator.SendAsync(HttpMethod.Get, "/_sim/counts", content: null, key: null)).Json;
        counts.GetProperty("POST /opportunities/:opportunity/notes").GetProperty("201").GetInt32().ShouldBe(1);
        counts.GetProperty("unknown").GetProperty("404").GetInt32().ShouldBe(1);
        var dump = (await simulator.GetLinesAsync("world/opportunities")).Single();
        dump.GetProperty("notes").GetArrayLength().ShouldBe(1);
        dump.GetProperty("opportunity")
            .GetProperty("applications")[0]
            .GetProperty("posting")
            .GetString()
            .ShouldBe("p1");
    }

    private static async Task<string> StartWithOneAsync(RunningSimulator simulator)
    {
        await simulator.AddPostingAsync("p1");
        return await simulator.ApplyAsync("p1", "Ann One", 1_700_000_000_000);
    }

    private static Task<Reply> AddNoteAsync(RunningSimulator simulator, string id) =>
        simulator.PostAsync($"/v1/opportunities/{id}/notes", new { value = "x" });

    private static async Task<JsonElement> FindWriteAsync(RunningSimulator simulator, string kind) =>
        (await simulator.GetLinesAsync("history")).First(entry =>
            entry.GetProperty("kind").GetString() == kind
            && entry.GetProperty("path").GetString()?.EndsWith("/notes", StringComparison.Ordinal) == true
        );
}
