using System.CommandLine;
using System.CommandLine.Help;
using CiivSoft.Cli.Help;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Tests.Commands;

/// <summary>What holds for every command, those of tomorrow included.</summary>
public sealed class CommandConventionTests
{
    // They change nothing that outlives them, or write only the files that their options name. Every other command has --dry-run.
    private static readonly HashSet<string> ReadOnly =
    [
        "demo",
        "preflight",
        "shadow-report",
        "accounts",
        "status",
        "explain",
        "keys",
        "check",
        "extract",
        "evaluate",
        "report",
        "doctor",
        "config show",
        "completion",
        "schema",
        "replay",
        "audit fairness",
        "audit abuse",
        "audit impact",
        "audit determinism",
    ];

    // What they print is a document of its own kind.
    private static readonly HashSet<string> WithoutJson = ["completion", "schema"];

    public static TheoryData<string> Commands => new(CommandPath.Below(CliRoot.Create()).Select(CommandPath.Of));

    [Fact]
    public void Whatever_does_something_is_of_the_shared_shape()
    {
        var all = Flatten(CliRoot.Create()).Where(command => command is not CliCommand).ToList();

        all.ShouldAllBe(command => command.Action == null && command.Subcommands.Count > 0);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_its_options_and_its_arguments_are_described(string path)
    {
        var command = Find(path);

        command.Description.ShouldNotBeNullOrWhiteSpace();
        command.Description.ShouldNotContain("Example:");
        foreach (var symbol in command.Options.Cast<Symbol>().Concat(command.Arguments))
        {
            symbol.Description.ShouldNotBeNullOrWhiteSpace($"{path} {symbol.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_example_is_a_command_line_that_works(string path)
    {
        var command = Find(path);
        // A folder of the example need not exist here.
        var words = command.Example.Split(" < ")[0].Replace("./resumes", ".", StringComparison.Ordinal);
        var parsed = CliRoot.Create().Parse(words.Replace("../shared/data/matching", ".", StringComparison.Ordinal));

        parsed.Errors.Select(e => e.Message).ShouldBeEmpty($"ciivsoft {command.Example}");
        CommandPath.Of(parsed.CommandResult.Command).ShouldBe(path);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_has_json_and_one_that_changes_something_has_a_dry_run(string path)
    {
        var command = Find(path);

        command.Options.Any(o => o.Name == "--json").ShouldBe(!WithoutJson.Contains(path), path);
        command.Options.Any(o => o.Name == "--dry-run").ShouldBe(!ReadOnly.Contains(path), path);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_shows_the_example_the_schema_and_the_exit_codes(string path)
    {
        var command = Find(path);

        var (exitCode, output, _) = await Program.RunAsync([.. path.Split(' '), "--help"]);

        exitCode.ShouldBe(0);
        output.ShouldContain($"Example:\n  ciivsoft {command.Example}\n");
        output.Contains($"ciivsoft schema {path}\n", StringComparison.Ordinal).ShouldBe(command.Documents.Count > 0);
        foreach (var code in command.ExitCodes)
        {
            output.ShouldContain($"\n  {code, -3}  {ExitCodes.Meaning(code)}\n");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_has_a_row_in_the_reference(string path)
    {
        var page = await File.ReadAllTextAsync(
            Repository.File("docs", "reference", "cli.md"),
            TestContext.Current.CancellationToken
        );

        var isThere =
            page.Contains($"`{path}`", StringComparison.Ordinal)
            || page.Contains($"`{path} ", StringComparison.Ordinal);

        isThere.ShouldBeTrue($"docs/reference/cli.md has no `{path} …`");
    }

    [Fact]
    public async Task Every_exit_code_is_in_the_reference()
    {
        var page = await File.ReadAllTextAsync(
            Repository.File("docs", "reference", "cli.md"),
            TestContext.Current.CancellationToken
        );

        foreach (var code in CommandPath.Below(CliRoot.Create()).SelectMany(c => c.ExitCodes).Distinct())
        {
            page.ShouldContain($"\n| {code} | ");
        }
    }

    [Fact]
    public void Each_command_is_listed_by_its_own_name_and_found_by_it()
    {
        foreach (var (name, create) in CliRoot.Commands)
        {
            create().Name.ShouldBe(name);
            CliRoot.CreateFor([name, "--help"]).Subcommands.Select(c => c.Name).ShouldBe([name]);
        }

        CliRoot.CreateFor([]).Subcommands.Count.ShouldBe(CliRoot.Commands.Count);
        CliRoot.CreateFor(["statsu"]).Subcommands.Count.ShouldBe(CliRoot.Commands.Count);
    }

    [Fact]
    public void Help_is_not_defined_twice()
    {
        CommandPath.Below(CliRoot.Create()).SelectMany(c => c.Options).OfType<HelpOption>().ShouldBeEmpty();
    }

    private static CliCommand Find(string path) =>
        CommandPath.Below(CliRoot.Create()).Single(command => CommandPath.Of(command) == path);

    private static IEnumerable<Command> Flatten(Command command) =>
        command.Subcommands.SelectMany(sub => Flatten(sub).Prepend(sub));
}
