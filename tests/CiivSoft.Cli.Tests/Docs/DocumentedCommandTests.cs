using System.Text.RegularExpressions;

namespace CiivSoft.Cli.Tests.Docs;

/// <summary>Every <c>ciivsoft</c> command line that README and docs show is one that the program accepts.</summary>
public sealed partial class DocumentedCommandTests
{
    public static TheoryData<string, string> Shown => new(Pages().SelectMany(CommandsOf).Distinct());

    [Theory]
    [MemberData(nameof(Shown))]
    public void A_command_shown_in_the_docs_is_accepted(string page, string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var parsed = CliRoot.Create().Parse(command);

        parsed.Errors.Select(e => e.Message).ShouldBeEmpty($"{page} shows: ciivsoft {command}");
    }

    [Fact]
    public void The_docs_show_commands()
    {
        Shown.Count.ShouldBeGreaterThan(5);
    }

    private static IEnumerable<string> Pages() =>
        [
            Repository.File("README.md"),
            .. Directory.GetFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories),
        ];

    private static IEnumerable<(string Page, string Command)> CommandsOf(string page)
    {
        var text = File.ReadAllText(page).Replace("\\\n", " ", StringComparison.Ordinal);
        return Fence()
            .Matches(text)
            .SelectMany(fence => fence.Groups["lines"].Value.Split('\n'))
            .Select(line => Command().Match(line))
            .Where(match => match.Success)
            .Select(match => (Path.GetRelativePath(Repository.Root, page), match.Groups["words"].Value.Trim()));
    }

    [GeneratedRegex("```sh\\n(?<lines>[^`]*)```", RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    // What follows the program's name, up to a comment, a redirection or the next command.
    [GeneratedRegex(
        "(?:^\\s*|\\|\\s*)(?:ciivsoft|dotnet run --project src/CiivSoft.Cli(?: -c Release)? --)\\s+(?<words>[^#|>&]+)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Command();
}
