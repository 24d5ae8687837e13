using System.Text.Json.Nodes;
using CiivSoft.Cli.Accounts;
using CiivSoft.Cli.Explanations;
using CiivSoft.Cli.Postings;
using CiivSoft.Cli.Terminals;
using CiivSoft.Cli.Tests.Admin;
using Microsoft.AspNetCore.Http;

namespace CiivSoft.Cli.Tests.Accounts;

public sealed class AccountCommandTests : IAsyncLifetime
{
    private const string Key = "canary-key-0123456789";

    private FakeSilo _silo = null!; // Started before each test.
    private Admin.Cli _cli = null!; // The same.

    public async ValueTask InitializeAsync()
    {
        _silo = await FakeSilo.StartAsync();
        _cli = new Admin.Cli(_silo.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _cli.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task Connect_sends_the_key_from_standard_input_and_shows_what_it_may()
    {
        _silo.Answers("PUT accounts/acme", Samples.Preflight);

        var run = await ConnectAsync(Key + "\n", "--live", "--scan-every", "10m");

        Transcript(run, "connect");
        JsonNode
            .Parse(_silo.Asked.Single().Split(' ', 3)[2])!
            .AsObject()
            .ToDictionary(p => p.Key, p => p.Value?.ToString())
            .ShouldBe(
                new Dictionary<string, string?>
                {
                    ["leverUrl"] = "https://lever.example/v1",
                    ["apiKey"] = Key,
                    ["serviceUser"] = "u1",
                    ["mode"] = "Live",
                    ["scanEverySeconds"] = "600",
                },
                ignoreOrder: true
            );
        run.Transcript.ShouldNotContain(Key);
    }

    [Fact]
    public async Task A_key_that_lever_refuses_is_told_with_a_remedy_and_never_shown()
    {
        _silo.Answers("PUT accounts/acme", Samples.Refused, StatusCodes.Status422UnprocessableEntity);

        var run = await ConnectAsync(Key);

        Transcript(run, "connect-refused");
        run.Transcript.ShouldNotContain(Key);
    }

    [Theory]
    [InlineData("", "There is no API key on standard input.")]
    [InlineData("two words", "What standard input holds is no API key: a key is one word.")]
    public async Task What_is_no_key_is_not_sent_anywhere(string input, string expected)
    {
        var run = await ConnectAsync(input);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(expected);
        _silo.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--shadow and --live exclude each other", "--shadow", "--live")]
    [InlineData("--scan-every must be a time from 5m to 1d", "--scan-every", "1m")]
    [InlineData("--scan-every must be a time from 5m to 1d", "--scan-every", "soon")]
    public async Task Wrong_options_are_named_before_anything_is_sent(string expected, params string[] options)
    {
        var run = await ConnectAsync(Key, options);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(expected);
        _silo.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Status_is_a_page_for_people()
    {
        _silo.Answers(
            "GET accounts/acme/status",
            Samples.Status(pauses: """[{"solution":"Refiine","postingId":null}]""")
        );

        Transcript(await _cli.RunAsync(StatusCommand.Create(), "acme"), "status");
    }

    [Fact]
    public async Task Status_as_json_is_one_document_with_the_contracts_fields()
    {
        _silo.Answers("GET accounts/acme/status", Samples.Status());

        var run = await _cli.RunAsync(StatusCommand.Create(), "acme", "--json");

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        var status = JsonNode.Parse(run.Output)!;
        status["mode"]!.GetValue<string>().ShouldBe("Live");
        status["effects"]!["done"]!.GetValue<int>().ShouldBe(84);
        status["backlog"]!["postponed"]!.GetValue<int>().ShouldBe(1);
        status["findings"]![0]!["code"]!.GetValue<string>().ShouldBe("stage-missing");
    }

    [Fact]
    public async Task An_account_that_was_never_connected_is_unknown()
    {
        _silo.Answers("GET accounts/acme/status", Samples.Status(connection: "None"));

        foreach (
            var command in new[]
            {
                StatusCommand.Create(),
                ScanCommand.Create(),
                GoLiveCommand.Create(),
                PauseCommand.Create(),
            }
        )
        {
            var run = await _cli.RunAsync(command, "acme");

            run.ExitCode.ShouldBe(5);
            run.Error.ShouldContain("There is no account 'acme'.");
        }

        _silo.Asked.ShouldAllBe(asked => asked.StartsWith("GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scan_waits_until_nothing_is_left_to_do()
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status())
            .Answers("GET accounts/acme/status", Samples.Status(isIdle: false))
            .Answers("GET accounts/acme/status", Samples.Status())
            .Answers("POST accounts/acme/scan", "", StatusCodes.Status204NoContent);

        Transcript(await _cli.RunAsync(ScanCommand.Create(), "acme", "--wait"), "scan-wait");
    }

    [Fact]
    public async Task Scan_that_takes_longer_than_its_limit_says_where_it_stood()
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status(isIdle: false))
            .Answers("POST accounts/acme/scan", "", StatusCodes.Status204NoContent);

        Transcript(await _cli.RunAsync(ScanCommand.Create(), "acme", "--wait", "--limit", "0s"), "scan-limit");
    }

    [Fact]
    public async Task Scan_does_not_wait_for_an_account_whose_key_is_refused()
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status(connection: "Suspect"))
            .Answers("POST accounts/acme/scan", "", StatusCodes.Status204NoContent);

        var run = await _cli.RunAsync(ScanCommand.Create(), "acme", "--wait");

        run.ExitCode.ShouldBe(6);
        run.Error.ShouldContain("Lever does not accept the key of 'acme'");
    }

    [Theory]
    [InlineData("REFiiNE", """{"solution":"Refiine","postingId":"p1"}""")]
    [InlineData("arkiive", """{"solution":"Arkiive","postingId":"p1"}""")]
    public async Task Pause_names_solution_and_posting(string solution, string body)
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status())
            .Answers("POST accounts/acme/pause", "", StatusCodes.Status204NoContent);

        var run = await _cli.RunAsync(PauseCommand.Create(), "acme", "--solution", solution, "--posting", "p1");

        run.ExitCode.ShouldBe(0);
        _silo.Asked.ShouldContain($"POST accounts/acme/pause {body}");
    }

    [Fact]
    public async Task Resume_of_everything_names_nothing()
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status())
            .Answers("POST accounts/acme/resume", "", StatusCodes.Status204NoContent);

        var run = await _cli.RunAsync(PauseCommand.CreateResume(), "acme");

        run.Output.ShouldBe("Not paused: everything.\n");
        _silo.Asked.ShouldContain("""POST accounts/acme/resume {"solution":null,"postingId":null}""");
    }

    [Fact]
    public async Task Go_live_applies_shadow_decisions_only_when_asked()
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status())
            .Answers("POST accounts/acme/go-live", "", StatusCodes.Status204NoContent);

        await _cli.RunAsync(GoLiveCommand.Create(), "acme");
        await _cli.RunAsync(GoLiveCommand.Create(), "acme", "--apply-shadow");

        _silo
            .Asked.Where(asked => asked.StartsWith("POST", StringComparison.Ordinal))
            .ShouldBe([
                """POST accounts/acme/go-live {"applyShadow":false}""",
                """POST accounts/acme/go-live {"applyShadow":true}""",
            ]);
    }

    [Fact]
    public async Task A_dry_run_of_go_live_is_refused_where_going_live_would_be()
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status(mode: "Shadow"))
            .Answers(
                "GET accounts/acme/preflight",
                """
                {"connected":true,"rights":[],"findings":[],"obstacles":[
                  {"code":"stage-missing","message":"There is no stage.","remedy":"Add one.","since":"2026-11-23T21:00:00+00:00"}]}
                """
            )
            .Answers("GET accounts/acme/preflight", """{"connected":true,"rights":[],"findings":[]}""");

        var refused = await _cli.RunAsync(GoLiveCommand.Create(), "acme", "--dry-run");
        var ready = await _cli.RunAsync(GoLiveCommand.Create(), "acme", "--dry-run");

        refused.ExitCode.ShouldBe(ExitCodes.Refused);
        refused.Error.ShouldBe("Account 'acme' would stay in shadow. There is no stage.\nAdd one.\n");
        ready.Output.ShouldStartWith("Would write what is decided about account 'acme'");
    }

    [Fact]
    public async Task Disconnect_erases_only_with_yes()
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status())
            .Answers("DELETE accounts/acme", "", StatusCodes.Status204NoContent);

        var asked = await _cli.RunAsync(DisconnectCommand.Create(), "acme");
        _silo.Asked.ShouldNotContain("DELETE accounts/acme");
        var done = await _cli.RunAsync(DisconnectCommand.Create(), "acme", "--yes");

        Transcript(asked, "disconnect-asks");
        done.ExitCode.ShouldBe(0);
        _silo.Asked.ShouldContain("DELETE accounts/acme");
    }

    [Fact]
    public async Task Explain_shows_requirements_quotes_effects_note_and_time_line()
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status())
            .Answers("GET accounts/acme/explain/o1", Samples.Explanation)
            .Answers("GET accounts/acme/postings", Samples.Postings);

        Transcript(await _cli.RunAsync(ExplainCommand.Create(), "o1", "--account", "acme"), "explain");
    }

    [Fact]
    public async Task Explain_as_json_keeps_the_quote_exactly()
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status())
            .Answers("GET accounts/acme/explain/o1", Samples.Explanation);

        var run = await _cli.RunAsync(ExplainCommand.Create(), "o1", "--account", "acme", "--json");

        var quote = JsonNode.Parse(run.Output)!["decisions"]![0]!["evidence"]!["findings"]![1]!["quote"]!;
        quote["text"]!.GetValue<string>().ShouldBe("GPhC registration");
        quote["start"]!.GetValue<int>().ShouldBe(401);
    }

    [Fact]
    public async Task Arkiive_waits_for_its_own_run_and_shows_the_funnel()
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status())
            .Answers("GET accounts/acme/postings/p1/runs", "[]")
            .Answers("GET accounts/acme/postings/p1/runs", "[]")
            .Answers("GET accounts/acme/postings/p1/runs", $"[{Samples.Run1}]")
            .Answers("POST accounts/acme/postings/p1/arkiive", "", StatusCodes.Status202Accepted);

        Transcript(await _cli.RunAsync(ArkiiveCommand.Create(), "p1", "--account", "acme"), "arkiive");
    }

    [Fact]
    public async Task Arkiive_for_a_posting_that_is_not_open_says_so()
    {
        _silo
            .Answers("GET accounts/acme/status", Samples.Status())
            .Answers("GET accounts/acme/postings/x/runs", "[]")
            .Answers("POST accounts/acme/postings/x/arkiive", Samples.Unknown, StatusCodes.Status404NotFound);

        Transcript(await _cli.RunAsync(ArkiiveCommand.Create(), "x", "--account", "acme"), "arkiive-not-open");
    }

    [Fact]
    public async Task Accounts_are_listed_and_their_absence_is_told()
    {
        _silo
            .Answers("GET accounts", "[]")
            .Answers(
                "GET accounts",
                """[{"name":"acme","leverUrl":"https://lever.example/v1","serviceUser":"u1","connectedAt":"2026-11-23T21:00:00+00:00"},{"name":"dumb","leverUrl":"https://lever.example/v1","serviceUser":"u2","connectedAt":"2026-11-23T21:00:00+00:00"}]"""
            )
            .Answers(
                "GET accounts/acme/status",
                Samples.Status(mode: "Shadow", pauses: """[{"solution":"Refiine","postingId":null}]""")
            )
            .Answers("GET accounts/dumb/status", Samples.Unknown, StatusCodes.Status503ServiceUnavailable);

        var none = await _cli.RunAsync(AccountsCommand.Create());
        var two = await _cli.RunAsync(AccountsCommand.Create());

        none.Output.ShouldBe("No account is connected. 'ciivsoft connect' adds one.\n");
        Transcript(two, "accounts");
    }

    [Fact]
    public async Task A_wrong_token_is_told_with_where_the_right_one_is()
    {
        using var cli = new Admin.Cli(_silo.Address, "another-token");

        Transcript(await cli.RunAsync(AccountsCommand.Create()), "wrong-token");
    }

    [Fact]
    public async Task A_silo_that_does_not_answer_is_told_without_a_stack_trace()
    {
        var address = _silo.Address;
        await _silo.DisposeAsync();
        using var cli = new Admin.Cli(address);

        Transcript(await cli.RunAsync(AccountsCommand.Create()), "no-silo");
    }

    [Fact]
    public async Task Something_else_that_answers_is_not_taken_for_a_silo()
    {
        _silo.Answers("GET accounts", "<html>Welcome</html>");

        var run = await _cli.RunAsync(AccountsCommand.Create());

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("is not a silo of this version");
    }

    [Fact]
    public async Task A_silo_that_fails_points_to_its_log()
    {
        _silo.Answers("GET accounts", "oops", StatusCodes.Status500InternalServerError);

        var run = await _cli.RunAsync(AccountsCommand.Create());

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("answered 500");
        run.Error.ShouldNotContain("   at ");
    }

    private Task<CliRun> ConnectAsync(string input, params string[] options) =>
        _cli.RunAsync(
            ConnectCommand.Create(new StringReader(input)),
            ["acme", "--lever", "https://lever.example/v1", "--service-user", "u1", .. options]
        );

    private static void Transcript(CliRun run, string name) =>
        run.Transcript.ShouldMatchApproved(config => config.NoDiff().SubFolder("Approved").WithDiscriminator(name));
}
