using CiivSoft.Cli.Accounts;
using CiivSoft.Cli.Doctor;
using CiivSoft.Cli.Help;
using CiivSoft.Cli.Settings;
using CiivSoft.Cli.Tests.Admin;
using CiivSoft.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Cli.Tests.Transcripts;

/// <summary>What every command says, to people and as JSON, word for word.</summary>
public sealed class TranscriptTests : IAsyncLifetime
{
    // It starts three processes and tells of a living world. A system test runs it; DemoTranscriptTests has its words.
    private static readonly string[] Elsewhere = ["demo"];

    private Stage _stage = null!; // Set up before each test.

    public async ValueTask InitializeAsync() => _stage = await Stage.OpenAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory]
    [InlineData("accounts", "accounts")]
    [InlineData("status", "status acme")]
    [InlineData("scan", "scan acme")]
    [InlineData("go-live", "go-live acme --apply-shadow")]
    [InlineData("pause", "pause acme --solution refiine")]
    [InlineData("resume", "resume acme --posting p1")]
    [InlineData("explain", "explain o1 --account acme")]
    [InlineData("arkiive", "arkiive p1 --account acme")]
    [InlineData("requirements", "requirements p1 set --account acme --must Kubernetes --change 2=nice")]
    [InlineData("mode", "mode acme shadow --posting p1")]
    [InlineData("settings", "settings acme quotas.fiilter=40 schedule.from=07:00 schedule.to=19:00")]
    [InlineData("notify-test", "notify test acme --to webhook")]
    [InlineData("disconnect", "disconnect acme --yes")]
    [InlineData("keys", "keys")]
    [InlineData("keys-rotate", "keys rotate")]
    [InlineData("keys-use", "keys use 2")]
    [InlineData("keys-remove", "keys remove 1")]
    public async Task A_command_that_asks_a_silo(string name, string line)
    {
        _stage.WithAccount();

        if (
            CommandPath
                .Below(CliRoot.Create())
                .Single(c => SchemaCommand.FileOf(CommandPath.Of(c)) == $"{name}.json")
                .IsWrite
        )
        {
            await RecordAsync($"{name}.dry-run", $"{line} --dry-run");
            await RecordAsync($"{name}.dry-run.json", $"{line} --dry-run --json");
        }

        await RecordAsync(name, line);
        await RecordAsync($"{name}.json", $"{line} --json");
    }

    [Theory]
    [InlineData("requirements-show", "requirements p1 --account acme")]
    [InlineData("requirements-reset", "requirements p1 reset --account acme")]
    [InlineData("requirements-nothing", "requirements p1 set --account acme")]
    [InlineData("requirements-no-line", "requirements p1 set --account acme --change 9=must")]
    [InlineData("settings-show", "settings acme")]
    [InlineData("settings-unknown", "settings acme quota=1")]
    [InlineData("mode-of-nothing", "mode acme off")]
    public async Task Another_line_that_asks_a_silo(string name, string line)
    {
        _stage.WithAccount();

        await RecordAsync(name, line);
    }

    [Theory]
    [InlineData("status-paused", "status acme")]
    [InlineData("go-live-paused", "go-live acme --apply-shadow")]
    public async Task A_paused_account(string name, string line)
    {
        const string pauses = """[{"solution":null,"postingId":null}]""";
        _stage.Silo.Answers("GET accounts/acme/status", Samples.Status(pauses: pauses));
        _stage.Silo.Answers("POST accounts/acme/go-live", "", StatusCodes.Status204NoContent);

        await RecordAsync(name, line);
    }

    [Fact]
    public async Task Resume_names_what_is_still_paused()
    {
        const string pauses = """[{"solution":"Refiine","postingId":null},{"solution":null,"postingId":"p1"}]""";
        _stage.WithAccount().Silo.Answers("GET accounts/acme/status", Samples.Status(pauses: pauses));

        await RecordAsync("resume-all", "resume acme");
    }

    [Theory]
    [InlineData("completion", "completion bash")]
    [InlineData("schema", "schema keys rotate")]
    [InlineData("check", "check --simulator http://127.0.0.1:1 --data FOLDER")]
    [InlineData("check.json", "check --simulator http://127.0.0.1:1 --data FOLDER --json")]
    [InlineData("report", "report FOLDER")]
    [InlineData("report.json", "report FOLDER --json")]
    public async Task A_command_without_a_silo(string name, string line)
    {
        await RecordAsync(name, line);
    }

    [Fact]
    public async Task A_test_message_that_was_not_taken()
    {
        _stage.Silo.Answers(
            "POST accounts/acme/notify/test",
            """{"isSent":false,"to":"ops@example.com","message":"The mail server refused the login. It says: 535 no","remedy":"Check CIIVSOFT__NOTIFY__SMTP__USER."}"""
        );

        await RecordAsync("notify-test-refused", "notify test acme --to email");
        await RecordAsync("notify-test-refused.json", "notify test acme --to email --json");
    }

    [Fact]
    public async Task Backup_and_restore()
    {
        await MakeDataAsync();
        foreach (var json in new[] { "", " --json" })
        {
            var name = json.Replace(" --", ".", StringComparison.Ordinal);
            var copy = $"backup FOLDER/copy{name} --data FOLDER/data --keys FOLDER/keys{name}";
            var back = $"restore FOLDER/copy{name} --data FOLDER/back{name} --keys FOLDER/keys{name}";
            await RecordAsync($"backup.dry-run{name}", $"{copy} --dry-run{json}");
            await RecordAsync($"backup{name}", copy + json);
            await RecordAsync($"restore.dry-run{name}", $"{back} --dry-run{json}");
            Directory.Exists(Path.Combine(_stage.Folder, "back" + name)).ShouldBeFalse();
            await RecordAsync($"restore{name}", back + json);
        }
    }

    [Fact]
    public async Task Extract()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_stage.Folder, "resumes"));
        await WriteAsync(
            Path.Combine(folder.FullName, "a.txt"),
            "Registered pharmacist with seven years in hospitals."
        );
        await WriteAsync(Path.Combine(folder.FullName, "b.pdf"), "no pdf");

        await RecordAsync("extract", "extract --jsonl FOLDER/texts.jsonl FOLDER/resumes");
        await RecordAsync("extract.json", "extract --jsonl FOLDER/texts.jsonl FOLDER/resumes --json");
    }

    [Fact]
    public async Task Evaluate()
    {
        await WriteAsync(
            "jobs.jsonl",
            """{"job_id":"j1","title":"Pharmacist","text":"We look for a registered pharmacist."}"""
        );
        await WriteAsync(
            "resumes.jsonl",
            """{"resume_id":"r1","text":"Registered pharmacist with seven years in hospitals."}"""
        );
        await WriteAsync("pairs.jsonl", """{"job_id":"j1","resume_id":"r1"}""");
        const string Line =
            "evaluate --jobs FOLDER/jobs.jsonl --resumes FOLDER/resumes.jsonl --pairs FOLDER/pairs.jsonl --scores FOLDER/scores.jsonl";

        await RecordAsync("evaluate", Line);
        await RecordAsync("evaluate.json", $"{Line} --json");
    }

    [Fact]
    public async Task Config_show()
    {
        var variables = new Dictionary<string, string>
        {
            ["CIIVSOFT__HTTP"] = "http://127.0.0.1:9000",
            ["CIIVSOFT__POSTGRES"] = "Host=db;Username=ciivsoft;Password=canary",
            ["CIIVSOFT__ADMINTOKEN"] = "canary",
        };
        await WriteAsync("appsettings.json", """{"CiivSoft":{"Effects":{"Grace":"00:02:00"}}}""");
        const string Line = "config show --appsettings FOLDER/appsettings.json";

        await RecordAsync("config-show", Line, ConfigCommand.Create(variables));
        await RecordAsync("config-show.json", $"{Line} --json", ConfigCommand.Create(variables));
    }

    [Fact]
    public async Task Doctor_of_a_folder_without_a_silo()
    {
        var variables = new Dictionary<string, string> { ["CIIVSOFT__HTPP"] = "http://127.0.0.1:9000" };
        await WriteAsync("silo.env", "# a comment\nCIIVSOFT__CLUSTER__SILOPORT=eleven\n");

        await RecordAsync("doctor", "doctor --env FOLDER/silo.env", DoctorCommand.Create(variables));
        await RecordAsync("doctor.json", "doctor --env FOLDER/silo.env --json", DoctorCommand.Create(variables));
    }

    [Fact]
    public async Task Connect()
    {
        const string Line = "connect acme --lever https://lever.example/v1 --service-user u1 --live";
        _stage.WithAccount();

        (string Name, string Line)[] all =
        [
            ("connect.dry-run", $"{Line} --dry-run"),
            ("connect.dry-run.json", $"{Line} --dry-run --json"),
            ("connect", Line),
            ("connect.json", $"{Line} --json"),
        ];
        foreach (var (name, line) in all)
        {
            using var key = new StringReader("a-key");
            await RecordAsync(name, line, ConnectCommand.Create(key));
        }
    }

    [Fact]
    public void Every_command_has_its_transcripts()
    {
        var recorded = Directory
            .GetFiles(Repository.File("tests", "CiivSoft.Cli.Tests", "Transcripts", "Approved"), "*.approved.txt")
            .Select(file => Path.GetFileName(file).Replace(".approved.txt", "", StringComparison.Ordinal))
            .ToHashSet();
        var wanted = CommandPath
            .Below(CliRoot.Create())
            .Where(command => !Elsewhere.Contains(CommandPath.Of(command)))
            .SelectMany(command =>
            {
                var name = CommandPath.Of(command).Replace(' ', '-');
                return new[] { name }
                    .Concat(command.Documents.Count > 0 ? [$"{name}.json"] : [])
                    .Concat(command.IsWrite ? [$"{name}.dry-run", $"{name}.dry-run.json"] : []);
            });

        wanted.Except(recorded).ShouldBeEmpty("these are to be added to the tests of this class, or of one like it");
    }

    private Task RecordAsync(string name, string line, System.CommandLine.Command? command = null) =>
        _stage.RecordAsync(name, line, command);

    private Task WriteAsync(string file, string text) => _stage.WriteAsync(file, text);

    private async Task MakeDataAsync()
    {
        var services = new ServiceCollection();
        services.AddCiivSoftStorage(new StorageOptions { DataFolder = Path.Combine(_stage.Folder, "data") });
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<StorageStartup>().PrepareAsync(TestContext.Current.CancellationToken);
    }
}
