using System.Diagnostics;
using CiivSoft.Cli.Help;

namespace CiivSoft.Cli.Tests.Commands;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("ciivsoft sta", "status")]
    [InlineData("ciivsoft keys ro", "rotate")]
    [InlineData("ciivsoft status acme --wa", "--watch")]
    [InlineData("ciivsoft pause acme --solution ", "refiine")]
    [InlineData("ciivsoft completion ", "fish")]
    [InlineData("ciivsoft schema go", "go-live")]
    public async Task The_program_suggests_what_fits_where_the_cursor_stands(string line, string expected)
    {
        var (exitCode, output, _) = await Program.RunAsync($"[suggest:{line.Length}]", line);

        exitCode.ShouldBe(0);
        output.Split('\n').ShouldContain(expected);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Each_shell_has_a_script(string shell)
    {
        var (exitCode, output, _) = await Program.RunAsync("completion", shell);

        exitCode.ShouldBe(0);
        output.ShouldContain("[suggest:");
    }

    [Theory]
    [InlineData("sta", "status")]
    [InlineData("keys ro", "rotate")]
    [InlineData("scan acme --wa", "--wait")]
    public async Task Bash_completes_with_the_script(string typed, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash here.");
        var program = Path.Combine(AppContext.BaseDirectory, "CiivSoft.Cli");
        Assert.SkipUnless(File.Exists(program), "The program does not lie beside its tests.");
        var line = $"ciivsoft {typed}";
        var words = line.Split(' ');
        var script = $"""
            ciivsoft() {'{'} '{program}' "$@"; {'}'}
            {CompletionScripts.For("bash")}
            COMP_LINE='{line}' COMP_POINT={line.Length} COMP_CWORD={words.Length - 1} COMP_WORDS=({string.Join(
                ' ',
                words
            )})
            _ciivsoft_complete
            printf '%s\n' "${'{'}COMPREPLY[@]{'}'}"
            """;

        var start = new ProcessStartInfo("/bin/bash", ["-c", script])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var bash = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);

        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe([expected]);
    }
}
