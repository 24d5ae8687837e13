using System.Text;
using CiivSoft.LeverSimulator.Generation;
using CiivSoft.LeverSimulator.Hosting;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Tests;

public sealed class WorldTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("simulator-world-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_folder_becomes_a_world()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "files"));
        await WriteAsync("files/a.pdf", "%PDF-1.4 résumé");
        await WriteAsync(
            "postings.jsonl",
            """{"id":"job-1","text":"Nurse","content":"Care for people"}"""
                + "\n\n"
                + """{"id":"job-2","text":"Cook","state":"closed","categories":{"team":"Kitchen"}}"""
        );
        await WriteAsync(
            "people.jsonl",
            """{"contact":"person-1","name":"Ann","emails":["a@example.com"],"opportunities":[{"posting":"job-1","stage":"new applicant","createdAt":1700000000000,"resume":"files/a.pdf"},{"posting":"job-2","stage":"offer","archived":true,"createdAt":"2023-01-01T00:00:00Z"},{"createdAt":1700000000000}]}"""
        );

        var simulator = WorldFactory.Create(
            new SimulatorOptions { World = _folder.FullName },
            new WorldGenerator(),
            new SimulatorClock(TimeProvider.System)
        );

        var world = simulator.World;
        world.OpportunityCount.ShouldBe(3);
        var (applied, old, lead) = (world.GetOpportunity(0), world.GetOpportunity(1), world.GetOpportunity(2));
        applied.StageId.ShouldBe("applicant-new");
        applied.UpdatedAt.ShouldBe(1_700_000_000_000);
        world.GetDetails(0, applied).Application?.Email.ShouldBe("a@example.com");
        var file = world.GetDocuments(0, applied).Resumes[0].File;
        Encoding.UTF8.GetString(file?.Content.GetBytes() ?? []).ShouldBe("%PDF-1.4 résumé");
        old.Archived.ShouldNotBeNull();
        old.CreatedAt.ShouldBe(1_672_531_200_000);
        lead.StageId.ShouldBe("lead-new");
        world.Account.FindPosting("job-1")?.Content.Description.ShouldBe("Care for people");
    }

    [Theory]
    [InlineData("""{"contact":"p","opportunities":[{"posting":"nonesuch"}]}""", "line 1: There is no such posting")]
    [InlineData("""{"contact":"p","opportunities":[{"resume":"../secret"}]}""", "no such file")]
    [InlineData("not json", "line 1")]
    public async Task A_line_that_cannot_be_used_is_named(string line, string message)
    {
        await WriteAsync("postings.jsonl", "");
        await WriteAsync("people.jsonl", line);

        Should
            .Throw<InvalidDataException>(() =>
                WorldFactory.Create(
                    new SimulatorOptions { World = _folder.FullName },
                    new WorldGenerator(),
                    new SimulatorClock(TimeProvider.System)
                )
            )
            .Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("generated:0")]
    [InlineData("generated:1000001")]
    [InlineData("generated:x")]
    public void A_world_that_does_not_exist_is_refused(string world) =>
        Should.Throw<InvalidDataException>(() =>
            WorldFactory.Create(
                new SimulatorOptions { World = world },
                new WorldGenerator(),
                new SimulatorClock(TimeProvider.System)
            )
        );

    [Fact]
    public async Task The_screened_stage_can_be_left_out()
    {
        await using var simulator = await RunningSimulator.StartAsync(options =>
            options with
            {
                HasScreenedStage = false,
            }
        );

        (await simulator.GetAsync("/v1/stages")).Text.ShouldNotContain("CiiVSOFT");
    }

    [Fact]
    public async Task Anonymising_empties_the_person_and_bars_new_links()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One");
        var contact = (await simulator.GetOpportunityAsync(id)).GetProperty("contact").GetString();

        await simulator.AdministerAsync("act", new { kind = "anonymise", opportunity = id });

        (await simulator.GetOpportunityAsync(id)).GetProperty("isAnonymized").GetBoolean().ShouldBeTrue();
        var person = (await simulator.GetAsync($"/v1/contacts/{contact}")).Data;
        person.GetProperty("name").GetString().ShouldBe("");
        person.GetProperty("isAnonymized").GetBoolean().ShouldBeTrue();
        (await simulator.PutAsync($"/v1/contacts/{contact}", new { name = "Back" })).Status.ShouldBe(400);
        (await simulator.GetAsync("/v1/opportunities?email=Ann.One@example.com")).Ids.ShouldBeEmpty();
    }

    [Fact]
    public async Task Acts_on_postings_move_their_state_and_time()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1", new { createdAt = 1_600_000_000_000 });

        foreach (
            var (act, state) in ((string, string)[])
                [("closePosting", "closed"), ("reopenPosting", "published"), ("unlistPosting", "internal")]
        )
        {
            await simulator.AdministerAsync("act", new { kind = act, posting = "p1" });
            var posting = (await simulator.GetAsync("/v1/postings/p1")).Data;
            posting.GetProperty("state").GetString().ShouldBe(state);
            posting.GetProperty("updatedAt").GetInt64().ShouldBeGreaterThan(1_600_000_000_000);
        }
    }

    [Fact]
    public async Task Seeded_forms_offers_and_requisitions_are_answered()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One");
        await simulator.AdministerAsync(
            "world/offers",
            new
            {
                opportunity = id,
                id = "o1",
                status = "signed",
                signedDocument = new { fileName = "x" },
            }
        );
        await simulator.AdministerAsync(
            "world/panels",
            new
            {
                opportunity = id,
                id = "n1",
                externallyManaged = false,
            }
        );
        await simulator.AdministerAsync(
            "world/requisitions",
            new
            {
                id = "r1",
                requisitionCode = "ENG-1",
                name = "Engineer",
                headcountTotal = "unlimited",
            }
        );

        (await simulator.GetAsync($"/v1/opportunities/{id}/offers", RunningSimulator.ArticleKey)).Ids.ShouldBe(["o1"]);
        (
            await simulator.GetAsync(
                $"/v1/opportunities/{id}/offers/o1/download?status=signed",
                RunningSimulator.ArticleKey
            )
        ).Status.ShouldBe(200);
        (await simulator.GetAsync($"/v1/opportunities/{id}/forms")).Data.GetArrayLength().ShouldBe(0);
        (
            await simulator.PutAsync(
                $"/v1/opportunities/{id}/panels/n1?perform_as={RunningSimulator.User}",
                new { note = "x" }
            )
        ).Status.ShouldBe(403);
        (await simulator.GetAsync("/v1/requisitions?requisition_code=ENG-1")).Ids.ShouldBe(["r1"]);
        var put = await simulator.PutAsync(
            "/v1/requisitions/r1",
            new
            {
                requisitionCode = "ENG-2",
                name = "E",
                headcountTotal = 2,
            },
            RunningSimulator.ArticleKey
        );
        put.Status.ShouldBe(200);
        put.Data.TryGetProperty("creatorUserId", out _).ShouldBeTrue();
        (await simulator.GetAsync("/v1/requisitions/r1"))
            .Data.GetProperty("requisitionCode")
            .GetString()
            .ShouldBe("ENG-2");
        var missing = await simulator.DeleteAsync("/v1/requisition_fields/nonesuch");
        missing.Code.ShouldBe("NotFoundError");
    }

    [Fact]
    public async Task Users_follow_the_recorded_rules()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var made = await simulator.PostAsync("/v1/users", new { name = "Uma", email = "uma@example.com" });
        made.Status.ShouldBe(201);
        var id = made.Data.GetProperty("id").GetString();
        var twice = await simulator.PostAsync("/v1/users", new { name = "Uma", email = "UMA@example.com" });
        twice.Message.ShouldBe("A user already exists with that email address. at /email");
        (await simulator.PostAsync($"/v1/users/{id}/deactivate", new { })).Status.ShouldBe(200);
        (await simulator.GetAsync($"/v1/users/{id}")).Message.ShouldBe("user was not found");
        (await simulator.GetAsync("/v1/users?includeDeactivated=true")).Ids.ShouldContain(id);
        (await simulator.GetAsync("/v1/users")).Ids.ShouldNotContain(id);
    }

    [Fact]
    public async Task A_webhook_tells_its_token_once()
    {
        await using var simulator = await RunningSimulator.StartAsync();

        var made = await simulator.PostAsync(
            "/v1/webhooks",
            new { @event = "candidateStageChange", url = "https://example.com/hook" }
        );

        made.Status.ShouldBe(201);
        made.Data.GetProperty("configuration").GetProperty("signatureToken").GetString()?.Length.ShouldBe(48);
        made.Data.GetProperty("configuration")
            .GetProperty("conditions")
            .GetProperty("origins")
            .GetArrayLength()
            .ShouldBe(6);
        (await simulator.GetAsync("/v1/webhooks")).Text.ShouldNotContain("signatureToken");
        (
            await simulator.PostAsync(
                "/v1/webhooks",
                new { @event = "candidateStageChange", url = "http://example.com" }
            )
        ).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Rubbish_never_gets_500()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.AddPostingAsync("p1");
        var id = await simulator.ApplyAsync("p1", "Ann One");
        string[] bodies =
        [
            "",
            "{",
            "[[[[",
            "\u0000",
            "{\"a\":" + new string('[', 100_000),
            "{\"tags\":[1,{}]}",
            "{\"stage\":{}}",
            "{\"values\":[[]]}",
            "1e999",
            "{\"createdAt\":1e300}",
            "{\"headcountTotal\":{},\"name\":\"\\ud800\"}",
            "{\"data\":[{\"id\":[]}]}",
            "{\"archived\":[]}",
            "{\"phones\":[\"x\"]}",
            "{\"salaryRange\":{\"min\":\"x\"}}",
        ];
        foreach (var route in simulator.Simulator.Api.Routes.All)
        {
            var path =
                "/v1"
                + route
                    .Template.Replace(":opportunity", id, StringComparison.Ordinal)
                    .Replace(":posting", "p1", StringComparison.Ordinal);
            foreach (var body in route.IsWrite ? bodies : [""])
            {
                foreach (
                    var type in (string[])
                        [
                            "application/json",
                            "multipart/form-data; boundary=x",
                            "application/x-www-form-urlencoded",
                            "rubbish",
                        ]
                )
                {
                    var target = $"{path}?perform_as={RunningSimulator.User}&limit=5&a[][=%00&b=%FF";
                    var reply = await simulator.SendRawAsync(route.Method, target, body, type);
                    reply.Status.ShouldBeLessThan(
                        500,
                        $"{route.Method} {route.Template} {type} {body[..Math.Min(30, body.Length)]}"
                    );
                }
            }
        }

        var huge = await simulator.GetAsync("/v1/opportunities?tag=" + new string('x', 200_000));
        huge.Status.ShouldBe(200);
        (await simulator.GetAsync("/v1/opportunities?tag=" + new string('x', 400_000))).Status.ShouldBe(414);
    }

    private Task WriteAsync(string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text, TestContext.Current.CancellationToken);
}
