using System.Text.Json;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Tests;

public sealed class OpportunityWriteTests
{
    private const string CreatePath = $"/v1/opportunities?perform_as={RunningSimulator.User}";

    [Fact]
    public async Task A_lead_of_a_known_contact_looks_as_recorded()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync(
            "p1",
            new
            {
                text = "Data Engineer",
                categories = new
                {
                    department = "Engineering",
                    team = "Platform",
                    location = "Leeds, UK",
                    commitment = "Full-time",
                },
                owner = WorldDefaults.AdminUserId,
            }
        );
        var known = await simulator.GetOpportunityAsync(await simulator.ApplyAsync("p1", "Ann One"));
        var contact = known.GetProperty("contact").GetString();

        var reply = await simulator.PostAsync(
            CreatePath + "&perform_as_posting_owner=true",
            new
            {
                contact,
                postings = (string[])["p1"],
                sources = (string[])["CiiVSOFT ARKiiVE"],
                tags = (string[])["Own"],
            }
        );

        reply.Status.ShouldBe(201);
        reply.Json.GetProperty("deduped").GetBoolean().ShouldBeTrue();
        var lead = reply.Data;
        lead.GetProperty("stage").GetString().ShouldBe("lead-new");
        lead.GetProperty("origin").GetString().ShouldBe("sourced");
        lead.GetProperty("sourcedBy").GetString().ShouldBe(RunningSimulator.User);
        lead.GetProperty("owner").GetString().ShouldBe(WorldDefaults.AdminUserId);
        lead.GetProperty("tags")
            .EnumerateArray()
            .Select(tag => tag.GetString())
            .ShouldBe(["Own", "Data Engineer", "Engineering", "Platform", "Leeds, UK", "Full-time"]);
        lead.GetProperty("stageChanges")[0].GetProperty("userId").GetString().ShouldBe(RunningSimulator.User);
        lead.TryGetProperty("opportunityLocation", out _).ShouldBeFalse();
        lead.GetProperty("updatedAt").GetInt64().ShouldBeGreaterThan(lead.GetProperty("createdAt").GetInt64());
        var id = lead.GetProperty("id").GetString() ?? "";
        (await simulator.GetOpportunityAsync(id)).GetProperty("opportunityLocation").GetString().ShouldBe("Leeds, UK");
        var application = (await simulator.GetAsync($"/v1/opportunities/{id}/applications")).Data[0];
        application.GetProperty("type").GetString().ShouldBe("user");
        application.GetProperty("user").GetString().ShouldBe(RunningSimulator.User);
        application.GetProperty("name").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_same_post_three_times_makes_three_opportunities_of_one_contact()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1", new { state = "draft" });
        var body = new
        {
            name = "Ann",
            emails = (string[])["Ann@Example.com"],
            postings = (string[])["p1"],
        };

        var replies = new List<Reply>();
        for (var i = 0; i < 3; i++)
        {
            replies.Add(await simulator.PostAsync(CreatePath, body with { name = $"Ann {i}" }));
        }

        replies.ShouldAllBe(reply => reply.Status == 201);
        replies.Select(reply => reply.Json.GetProperty("deduped").GetBoolean()).ShouldBe([false, true, true]);
        replies.Select(reply => reply.Data.GetProperty("contact").GetString()).Distinct().Count().ShouldBe(1);
        replies.Select(reply => reply.Data.GetProperty("id").GetString()).Distinct().Count().ShouldBe(3);
        replies[2].Data.GetProperty("name").GetString().ShouldBe("Ann 0");
    }

    [Fact]
    public async Task What_lever_refuses_is_refused_and_leaves_nothing_behind()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        await simulator.AddPostingAsync("p2");
        await simulator.AdministerAsync("world/contacts", new { id = "anonymous", isAnonymized = true });
        var now = simulator.Simulator.World.Clock.Now;

        async Task ExpectAsync(int status, object body, string path = CreatePath) =>
            (await simulator.PostAsync(path, body)).Status.ShouldBe(status, JsonSerializer.Serialize(body));

        await ExpectAsync(400, new { postings = (string[])["p1", "p2"] });
        await ExpectAsync(404, new { postings = (string[])["nonesuch"] });
        await ExpectAsync(404, new { stage = "nonesuch" });
        await ExpectAsync(404, new { contact = "nonesuch" });
        await ExpectAsync(400, new { contact = "anonymous" });
        await ExpectAsync(400, new { createdAt = now + 100_000 });
        await ExpectAsync(400, new { archived = new { archivedAt = 5 } });
        await ExpectAsync(400, new { emails = "not-an-array" });
        await ExpectAsync(400, new { origin = "nonsense" });
        await ExpectAsync(400, new { name = "No user" }, "/v1/opportunities");
        await ExpectAsync(400, new { name = "Wrong user" }, "/v1/opportunities?perform_as=nonesuch");
        await ExpectAsync(400, new { name = "No posting" }, CreatePath + "&perform_as_posting_owner=true");

        simulator.Simulator.World.OpportunityCount.ShouldBe(0);
        simulator.Simulator.World.ContactCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_contact_that_is_given_gets_the_new_details_added()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AdministerAsync(
            "world/contacts",
            new
            {
                id = "c1",
                name = "Ann",
                emails = (string[])["a@example.com"],
            }
        );

        await simulator.PostAsync(
            CreatePath,
            new
            {
                contact = "c1",
                emails = (string[])["b@example.com"],
                links = (string[])["github.com/x"],
                name = "Other",
            }
        );

        var contact = (await simulator.GetAsync("/v1/contacts/c1")).Data;
        contact.GetProperty("name").GetString().ShouldBe("Ann");
        contact
            .GetProperty("emails")
            .EnumerateArray()
            .Select(email => email.GetString())
            .ShouldBe(["a@example.com", "b@example.com"]);
        (await simulator.GetAsync("/v1/opportunities"))
            .Data[0]
            .GetProperty("links")[0]
            .GetString()
            .ShouldBe("http://github.com/x");
    }

    [Theory]
    [InlineData("phones[]", """{"value":"+44 1"}""")]
    [InlineData("phones[0][value]", "+44 1")]
    public async Task Multipart_is_taken_in_all_its_spellings_with_files(string phoneField, string phone)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        using var form = RunningSimulator.Form(
            ("name", null, "Ann Ünïcode"),
            ("emails[]", null, "a@example.com"),
            ("emails[]", null, "b@example.com"),
            ("postings[]", null, "p1"),
            (phoneField, null, phone),
            ("createdAt", null, "1600000000000"),
            ("archived[reason]", null, WorldDefaults.NotAFitReasonId),
            ("archived[archivedAt]", null, "1650000000000"),
            ("resumeFile", "cv.pdf", "%PDF-1.4"),
            ("files[]", "letter.txt", "hello")
        );

        var reply = await simulator.SendAsync(HttpMethod.Post, CreatePath, form);

        reply.Status.ShouldBe(201, reply.Text);
        reply.Data.GetProperty("name").GetString().ShouldBe("Ann Ünïcode");
        reply.Data.GetProperty("emails").GetArrayLength().ShouldBe(2);
        reply.Data.GetProperty("phones")[0].GetProperty("value").GetString().ShouldBe("+44 1");
        reply.Data.GetProperty("archived").GetProperty("archivedAt").GetInt64().ShouldBe(1_650_000_000_000);
        var id = reply.Data.GetProperty("id").GetString();
        var resume = (await simulator.GetAsync($"/v1/opportunities/{id}/resumes")).Data[0];
        resume.GetProperty("file").GetProperty("ext").GetString().ShouldBe("pdf");
        var resumeId = resume.GetProperty("id").GetString();
        var download = await simulator.GetAsync($"/v1/opportunities/{id}/resumes/{resumeId}/download");
        download.Text.ShouldBe("%PDF-1.4");
        download.ContentHeaders.ContentType?.MediaType.ShouldBe("application/pdf");
        download.ContentHeaders.ContentDisposition?.DispositionType.ShouldBe("attachment");
        var file = (await simulator.GetAsync($"/v1/opportunities/{id}/files")).Data[0];
        file.GetProperty("ext").GetString().ShouldBe(".txt");
        var candidatePath = $"/v1/candidates/{id}/files/{file.GetProperty("id").GetString()}/download";
        (await simulator.GetAsync(candidatePath, RunningSimulator.ArticleKey)).Text.ShouldBe("hello");
    }

    [Theory]
    [InlineData("opportunities")]
    [InlineData("candidates")]
    public async Task A_stage_change_moves_the_times_and_answers_empty_contact_fields(string noun)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One", 1_700_000_000_000);
        var path = $"/v1/{noun}/{id}/stage?perform_as={RunningSimulator.User}";

        var reply = await simulator.PutAsync(
            path,
            new { stage = WorldDefaults.ScreenedStageId },
            RunningSimulator.ArticleKey
        );

        reply.Status.ShouldBe(200);
        foreach (var field in (string[])["name", "headline", "location"])
        {
            reply.Data.GetProperty(field).GetString().ShouldBe("");
        }

        reply.Data.GetProperty("emails").GetArrayLength().ShouldBe(0);
        reply.Data.TryGetProperty("opportunityLocation", out _).ShouldBeFalse();
        var moved = await simulator.GetOpportunityAsync(id);
        moved.GetProperty("name").GetString().ShouldBe("Ann One");
        moved.GetProperty("stage").GetString().ShouldBe(WorldDefaults.ScreenedStageId);
        var change = moved.GetProperty("stageChanges")[1];
        change.GetProperty("toStageIndex").GetInt32().ShouldBe(4);
        change.GetProperty("userId").GetString().ShouldBe(RunningSimulator.User);
        var at = change.GetProperty("updatedAt").GetInt64();
        moved.GetProperty("lastAdvancedAt").GetInt64().ShouldBe(at);
        moved.GetProperty("lastInteractionAt").GetInt64().ShouldBe(at);
        moved.GetProperty("updatedAt").GetInt64().ShouldBe(at + 1);
        moved.GetProperty("stageChanges")[0].TryGetProperty("userId", out _).ShouldBeFalse();

        (await simulator.PutAsync(path, new { stage = WorldDefaults.ScreenedStageId })).Status.ShouldBe(200);
        (await simulator.GetOpportunityAsync(id)).GetProperty("stageChanges").GetArrayLength().ShouldBe(2);
        var unknown = await simulator.PutAsync(path, new { stage = "nonesuch" });
        unknown.Status.ShouldBe(404);
        unknown.Message.ShouldBe("stages nonesuch was not found");
    }

    [Fact]
    public async Task Archiving_archives_the_application_and_a_stage_change_leaves_it_archived()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One", 1_700_000_000_000);
        var path = $"/v1/opportunities/{id}/archived";

        (await simulator.PutAsync(path, new { reason = "nonesuch" })).Status.ShouldBe(404);
        (await simulator.PutAsync(path, new { })).Status.ShouldBe(400);
        (await simulator.PutAsync(path, new { reason = WorldDefaults.NotAFitReasonId })).Status.ShouldBe(200);
        await simulator.PutAsync($"/v1/opportunities/{id}/stage", new { stage = "offer" });

        var archived = await simulator.GetOpportunityAsync(id);
        archived.GetProperty("archived").GetProperty("reason").GetString().ShouldBe(WorldDefaults.NotAFitReasonId);
        archived.GetProperty("stage").GetString().ShouldBe("offer");
        var application = (await simulator.GetAsync($"/v1/opportunities/{id}/applications")).Data[0];
        application.GetProperty("archived").GetProperty("reason").GetString().ShouldBe(WorldDefaults.NotAFitReasonId);
        (await simulator.PutAsync(path, new { reason = (string?)null })).Status.ShouldBe(200);
        (await simulator.GetOpportunityAsync(id)).GetProperty("archived").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_tag_that_is_there_changes_nothing_and_links_answer_the_contact()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One", 1_700_000_000_000);
        var before = await simulator.GetOpportunityAsync(id);

        await simulator.PostAsync($"/v1/opportunities/{id}/addTags", new { tags = (string[])["Title of p1"] });
        (await simulator.GetOpportunityAsync(id)).GetRawText().ShouldBe(before.GetRawText());

        // So that a later change has a later time, however quick the machine.
        await simulator.AdministerAsync("clock", new { advanceMs = 1000 });
        var tagged = await simulator.PostAsync(
            $"/v1/candidates/{id}/addTags",
            new { tags = (string[])["New"] },
            RunningSimulator.ArticleKey
        );
        tagged.Data.GetProperty("name").GetString().ShouldBe("");
        var after = await simulator.GetOpportunityAsync(id);
        after.GetProperty("updatedAt").GetInt64().ShouldBeGreaterThan(before.GetProperty("updatedAt").GetInt64());
        after.GetProperty("lastInteractionAt").GetInt64().ShouldBe(before.GetProperty("lastInteractionAt").GetInt64());
        (await simulator.PostAsync($"/v1/opportunities/{id}/removeTags", new { tags = (string[])["New"] }))
            .Data.GetProperty("tags")
            .GetArrayLength()
            .ShouldBe(1);
        (await simulator.PostAsync($"/v1/opportunities/{id}/addSources", new { sources = (string[])["X"] }))
            .Data.GetProperty("name")
            .GetString()
            .ShouldBe("");
        (await simulator.PostAsync($"/v1/opportunities/{id}/addLinks", new { links = (string[])["x.com"] }))
            .Data.GetProperty("name")
            .GetString()
            .ShouldBe("Ann One");
        (
            await simulator.PostAsync($"/v1/opportunities/{id}/addTags", new { tags = Array.Empty<string>() })
        ).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_new_title_becomes_the_tag_of_all_opportunities_and_moves_them()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One", 1_700_000_000_000);

        var updated = await simulator.PostAsync(
            $"/v1/postings/p1?perform_as={RunningSimulator.User}",
            new { text = "New title" },
            RunningSimulator.ArticleKey
        );

        updated.Status.ShouldBe(200);
        updated.Data.GetProperty("state").GetString().ShouldBe("published");
        var opportunity = await simulator.GetOpportunityAsync(id);
        opportunity.GetProperty("tags")[0].GetString().ShouldBe("New title");
        opportunity.GetProperty("updatedAt").GetInt64().ShouldBeGreaterThan(1_700_000_000_003);
        var refused = await simulator.PostAsync(
            $"/v1/postings/p1?perform_as={RunningSimulator.User}",
            new { content = new { descriptionHtml = "<script>x</script>" } }
        );
        refused.Status.ShouldBe(400);
    }

    [Fact]
    public async Task Applying_makes_an_applicant_and_twice_makes_two_of_one_contact()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        await simulator.AddPostingAsync("closed", new { state = "closed" });
        var body = new
        {
            personalInformation = (object[])
                [new { name = "name", value = "Ann" }, new { name = "email", value = "ann@example.com" }],
        };

        var first = await simulator.PostAsync("/v1/postings/p1/apply?send_confirmation_email=false", body);
        await simulator.PostAsync("/v1/postings/p1/apply", body);

        first.Status.ShouldBe(201);
        first.Data.GetProperty("applicationId").GetString().ShouldNotBeNullOrEmpty();
        var list = (await simulator.GetAsync("/v1/opportunities")).Data;
        list.GetArrayLength().ShouldBe(2);
        list[0].GetProperty("contact").GetString().ShouldBe(list[1].GetProperty("contact").GetString());
        list[0].GetProperty("origin").GetString().ShouldBe("applied");
        list[0].GetProperty("sources")[0].GetString().ShouldBe("Job site");
        list[0].GetProperty("sourcedBy").ValueKind.ShouldBe(JsonValueKind.Null);
        list[0].GetProperty("owner").GetString().ShouldBe(WorldDefaults.RecruiterUserId);
        (await simulator.PostAsync("/v1/postings/closed/apply", body)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_file_can_be_uploaded_listed_and_deleted()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One");
        using var form = RunningSimulator.Form(("file", "setup.exe", "x"));

        var added = await simulator.SendAsync(
            HttpMethod.Post,
            $"/v1/opportunities/{id}/files?perform_as={RunningSimulator.User}",
            form
        );

        added.Status.ShouldBe(201);
        added.Data.GetProperty("status").GetString().ShouldBe("unsupported");
        var file = added.Data.GetProperty("id").GetString();
        (await simulator.GetAsync($"/v1/opportunities/{id}/files/{file}/download")).Status.ShouldBe(422);
        var deleted = await simulator.DeleteAsync(
            $"/v1/opportunities/{id}/files/{file}?perform_as={RunningSimulator.User}"
        );
        deleted.Status.ShouldBe(204);
        deleted.Bytes.ShouldBeEmpty();
        (await simulator.GetAsync($"/v1/opportunities/{id}/files")).Data.GetArrayLength().ShouldBe(0);
    }
}
