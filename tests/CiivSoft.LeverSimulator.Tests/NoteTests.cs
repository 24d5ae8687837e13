using System.Text;
using System.Text.Json;

namespace CiivSoft.LeverSimulator.Tests;

public sealed class NoteTests
{
    [Fact]
    public async Task A_note_is_answered_whole_with_noteId_and_moves_lastInteractionAt_alone()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One", 1_700_000_000_000);
        var before = await simulator.GetOpportunityAsync(id);

        var reply = await simulator.PostAsync(
            $"/v1/opportunities/{id}/notes?perform_as={RunningSimulator.User}",
            new { value = "Line 1\nLine 2 ü", notifyFollowers = false },
            RunningSimulator.ArticleKey
        );

        reply.Status.ShouldBe(201);
        reply.Data.GetProperty("noteId").GetString().ShouldBe(reply.Data.GetProperty("id").GetString());
        reply.Data.GetProperty("user").GetString().ShouldBe(RunningSimulator.User);
        reply.Data.GetProperty("secret").GetBoolean().ShouldBeFalse();
        var field = reply.Data.GetProperty("fields")[0];
        field.GetProperty("value").GetString().ShouldBe("Line 1\nLine 2 ü");
        field.GetProperty("stage").GetString().ShouldBe("applicant-new");
        field.GetProperty("score").ValueKind.ShouldBe(JsonValueKind.Null);
        var after = await simulator.GetOpportunityAsync(id);
        after.GetProperty("updatedAt").GetInt64().ShouldBe(before.GetProperty("updatedAt").GetInt64());
        after.GetProperty("lastInteractionAt").GetInt64().ShouldBeGreaterThan(1_700_000_000_000);
        var read = await simulator.GetAsync($"/v1/candidates/{id}/notes", RunningSimulator.ArticleKey);
        read.Data[0].TryGetProperty("noteId", out _).ShouldBeFalse();
        read.Ids.ShouldBe([reply.Data.GetProperty("id").GetString()]);
    }

    [Fact]
    public async Task The_switch_lets_a_note_move_updatedAt_as_documented()
    {
        await using var simulator = await RunningSimulator.StartAsync(options =>
            options with
            {
                NotesMoveUpdatedAt = true,
            }
        );
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One", 1_700_000_000_000);
        await simulator.AdministerAsync("clock", new { advanceMs = 60_000 });

        await simulator.PostAsync($"/v1/opportunities/{id}/notes", new { value = "x" });

        var after = await simulator.GetOpportunityAsync(id);
        after.GetProperty("updatedAt").GetInt64().ShouldBe(after.GetProperty("lastInteractionAt").GetInt64());
    }

    [Fact]
    public async Task A_note_may_come_as_a_form_and_without_a_user()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One");
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("value", "a & b = ü"),
            KeyValuePair.Create("secret", "true"),
        ]);

        var reply = await simulator.SendAsync(HttpMethod.Post, $"/v1/opportunities/{id}/notes", form);

        reply.Status.ShouldBe(201);
        reply.Data.GetProperty("fields")[0].GetProperty("value").GetString().ShouldBe("a & b = ü");
        reply.Data.GetProperty("secret").GetBoolean().ShouldBeTrue();
        reply.Data.GetProperty("user").ValueKind.ShouldBe(JsonValueKind.Null);
        using var wrongPlace = new FormUrlEncodedContent([KeyValuePair.Create("stage", "offer")]);
        (await simulator.SendAsync(HttpMethod.Put, $"/v1/opportunities/{id}/stage", wrongPlace)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_comment_an_update_and_a_deletion_work_on_notes_of_the_api_only()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One", 1_700_000_000_000);
        var notes = $"/v1/opportunities/{id}/notes";
        var note = (await simulator.PostAsync(notes, new { value = "first" })).Data.GetProperty("id").GetString();

        var thread = await simulator.PostAsync($"{notes}?note_id={note}", new { value = "second" });
        thread.Data.GetProperty("fields").GetArrayLength().ShouldBe(2);
        var updated = await simulator.PutAsync(
            $"{notes}/{note}",
            new { values = (object[])[new { value = "whole" }] },
            RunningSimulator.ArticleKey
        );
        updated.Status.ShouldBe(200);
        updated.Data.EnumerateObject().Select(field => field.Name).ShouldBe(["noteId"]);
        (await simulator.GetAsync($"{notes}/{note}")).Data.GetProperty("fields").GetArrayLength().ShouldBe(1);
        (await simulator.DeleteAsync($"{notes}/{note}")).Status.ShouldBe(204);
        (await simulator.GetAsync($"{notes}/{note}")).Status.ShouldBe(404);

        await simulator.AdministerAsync(
            "act",
            new
            {
                kind = "note",
                opportunity = id,
                value = "by hand",
            }
        );
        var handmade = (await simulator.GetAsync(notes)).Ids.Single();
        (
            await simulator.PutAsync($"{notes}/{handmade}", new { values = (object[])[new { value = "x" }] })
        ).Status.ShouldBe(403);
        (await simulator.DeleteAsync($"{notes}/{handmade}")).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"value":""}""")]
    [InlineData("""{"value":5}""")]
    [InlineData("""{"value":"x","score":9}""")]
    [InlineData("""{"value":"x","createdAt":99999999999999}""")]
    [InlineData("""{"value":"x","secret":"perhaps"}""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"value\":")]
    [InlineData("""{"value":"\ud800"}""")]
    [InlineData("null")]
    public async Task A_body_that_is_not_right_gets_400_in_levers_form(string body)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var reply = await simulator.SendAsync(HttpMethod.Post, $"/v1/opportunities/{id}/notes", content);

        reply.Status.ShouldBe(400);
        reply.Code.ShouldBe("BadRequestError");
    }
}
