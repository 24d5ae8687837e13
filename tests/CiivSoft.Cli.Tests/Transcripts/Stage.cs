using System.CommandLine;
using System.Text.RegularExpressions;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Help;
using CiivSoft.Cli.Terminals;
using CiivSoft.Cli.Tests.Admin;
using Microsoft.AspNetCore.Http;

namespace CiivSoft.Cli.Tests.Transcripts;

/// <summary>
/// Where commands are run for transcripts: a folder of their own, a silo's answers, no console. Whatever differs from run to run
/// is written as a word. It also holds the commands to their word: exit codes that are documented, nothing but reading where a
/// command changes nothing or has <c>--dry-run</c>.
/// </summary>
internal sealed partial class Stage : IAsyncDisposable
{
    // They change something and cannot say before what it would be.
    private static readonly string[] WithoutDryRun = ["connect"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ciivsoft-transcript-");

    private Stage(FakeSilo silo) => Silo = silo;

    public FakeSilo Silo { get; }

    /// <summary>The working folder of the commands; they call it FOLDER.</summary>
    public string Folder => _folder.FullName;

    public static async Task<Stage> OpenAsync()
    {
#pragma warning disable CA2000 // The stage ends it.
        var stage = new Stage(await FakeSilo.StartAsync());
#pragma warning restore CA2000
        await File.WriteAllTextAsync(
            Path.Combine(stage.Folder, SiloOptions.TokenFile),
            FakeSilo.Token,
            TestContext.Current.CancellationToken
        );
        return stage;
    }

    /// <summary>Answers as a silo with one account, acme.</summary>
    public Stage WithAccount()
    {
        const int NoContent = StatusCodes.Status204NoContent;
        Silo.Answers("GET accounts/acme/status", Samples.Status())
            .Answers(
                "GET accounts",
                """[{"name":"acme","leverUrl":"https://lever.example/v1","serviceUser":"u1","connectedAt":"2026-11-23T21:00:00+00:00"}]"""
            )
            .Answers("PUT accounts/acme", Samples.Preflight)
            .Answers("POST accounts/acme/probe", Samples.Preflight)
            .Answers("DELETE accounts/acme", "", NoContent)
            .Answers("POST accounts/acme/scan", "", NoContent)
            .Answers("POST accounts/acme/go-live", "", NoContent)
            .Answers("POST accounts/acme/pause", "", NoContent)
            .Answers("POST accounts/acme/resume", "", NoContent)
            .Answers("GET accounts/acme/postings", Samples.Postings)
            .Answers("GET accounts/acme/postings/p1/runs", "[]")
            .Answers("GET accounts/acme/postings/p1/runs", $"[{Samples.Run1}]")
            .Answers("GET accounts/acme/postings/p1/runs", $"[{Samples.Run1}]")
            .Answers("GET accounts/acme/postings/p1/runs", $"[{Samples.Run1},{Samples.Run1}]")
            .Answers("POST accounts/acme/postings/p1/arkiive", "", NoContent)
            .Answers("GET accounts/acme/postings/p1/requirements", Samples.Requirements)
            .Answers(
                "PUT accounts/acme/postings/p1/requirements",
                $$"""{"outcome":"Changed","sheet":{{Samples.EditedRequirements}},"refused":[],"problem":""}"""
            )
            .Answers("PUT accounts/acme/postings/p1/mode", "", NoContent)
            .Answers("PUT accounts/acme/settings", "", NoContent)
            .Answers(
                "POST accounts/acme/notify/test",
                """{"isSent":true,"to":"hooks.example.com","message":"The message was taken.","remedy":null}"""
            )
            .Answers("GET accounts/acme/explain/o1", Samples.Explanation)
            .Answers(
                "GET keys",
                """[{"id":1,"isInRing":true,"isUsed":false,"values":0,"mayBeRemoved":true},{"id":2,"isInRing":true,"isUsed":true,"values":1234,"mayBeRemoved":false}]"""
            )
            .Answers("POST keys", """{"id":3}""")
            .Answers("POST keys/3/use", """{"id":3}""")
            .Answers("POST keys/2/use", """{"id":2}""")
            .Answers("DELETE keys/1", """{"id":1}""");
        return this;
    }

    /// <summary>Runs a command line and returns its transcript. FOLDER and SILO in it stand for this stage's.</summary>
    /// <param name="line">The command line without the program's name.</param>
    /// <param name="command">The command, where it is made otherwise than for the program.</param>
    public async Task<string> RunAsync(string line, Command? command = null)
    {
        var root = command is null ? CliRoot.Create() : CliRoot.Of(command);
        var words = line.Split(' ').Select(word => word.Replace("FOLDER", Folder, StringComparison.Ordinal)).ToList();
        var parsed = root.Parse(words).CommandResult.Command;
        if (parsed.Options.Any(option => option.Name == "--server"))
        {
            words.AddRange(["--server", Silo.Address.ToString(), "--data", Folder]);
        }

        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CliProgram.RunAsync(
            root,
            words,
            new InvocationConfiguration { Output = output, Error = error },
            TestContext.Current.CancellationToken
        );
        HoldToItsWord((CliCommand)parsed, line, exitCode);
        return $"$ ciivsoft {line}\nexit code {exitCode}\n--- output\n{Clean(MachineFacts.Hide(output.ToString()))}--- error\n{Clean(error.ToString())}";
    }

    /// <summary>Runs a command line and holds its transcript to the approved one of that name.</summary>
    public async Task RecordAsync(string name, string line, Command? command = null)
    {
        var transcript = await RunAsync(line, command);
        transcript.ShouldMatchApproved(config =>
            config
                .NoDiff()
                .SubFolder("Approved")
                .WithDiscriminator(name)
                .WithFilenameGenerator(
                    (_, discriminator, type, extension) => $"{discriminator?.TrimStart('.')}.{type}.{extension}"
                )
        );
    }

    /// <summary>Writes a file in the working folder.</summary>
    public Task WriteAsync(string file, string text) =>
        File.WriteAllTextAsync(Path.Combine(Folder, file), text + "\n", TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Silo.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private void HoldToItsWord(CliCommand command, string line, int exitCode)
    {
        command.ExitCodes.ShouldContain(exitCode, $"'{CommandPath.Of(command)}' does not document this exit code");
        var mayWrite = command.IsWrite || WithoutDryRun.Contains(CommandPath.Of(command));
        if (!mayWrite || line.Contains("--dry-run", StringComparison.Ordinal))
        {
            Silo.Asked.Where(asked => !asked.StartsWith("GET ", StringComparison.Ordinal) && !IsCheck().IsMatch(asked))
                .ShouldBeEmpty($"'{line}' must only read");
        }
    }

    private string Clean(string text) =>
        string.Join(
            '\n',
            Seconds()
                .Replace(
                    Processor()
                        .Replace(Versions().Replace(text, "MODEL"), "on PROCESSOR")
                        .Replace(Silo.Address.Authority, "SILO", StringComparison.Ordinal)
                        .Replace(Folder, "FOLDER", StringComparison.Ordinal),
                    "${before}N${after}"
                )
                .Split('\n')
                .Select(line => line.TrimEnd())
                .Where(line => !Progress().IsMatch(line))
        );

    // How often progress is told is up to the machine.
    [GeneratedRegex(@"^\d+ of \d+ documents$", RegexOptions.NonBacktracking)]
    private static partial Regex Progress();

    // The shipped model's own name; a silo's answers name "model-1".
    [GeneratedRegex(
        "reader-[0-9]+\\+knowledge-[0-9a-f]+\\+domain-[0-9a-f]+, policy-[0-9a-f]+",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Versions();

    [GeneratedRegex("on a processor with(?:out)? AVX-512", RegexOptions.NonBacktracking)]
    private static partial Regex Processor();

    // What the silo alone can judge is asked of it, as a question.
    [GeneratedRegex(
        """^(?:PUT|POST) .*"isDryRun": ?true|^POST accounts/acme/(?:probe|undo/list|undo/preview)(?: |$)""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex IsCheck();

    [GeneratedRegex(
        """(?<before>"seconds": |"bytes": | in |\(|\()\d+(?:\.\d+)?(?<after>,| s\b| KB\))""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Seconds();
}
