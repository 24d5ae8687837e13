using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace CiivSoft.Cli.Terminals;

/// <summary>Runs a command's job and turns what was to be expected into a sentence and an exit code.</summary>
internal static class Jobs
{
    /// <summary>The option that every command has.</summary>
    public static Option<bool> JsonOption() =>
        new("--json") { Description = "Write one JSON document instead of text." };

    public static void SetJob(this Command command, Func<ParseResult, Terminal, CancellationToken, Task<int>> job) =>
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var streams = parsed.InvocationConfiguration;
                var terminal = new Terminal(streams.Output, streams.Error);
                try
                {
                    return await job(parsed, terminal, cancellationToken);
                }
                catch (CliException expected)
                {
                    Say(terminal.Error, expected);
                    return expected.ExitCode;
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    return ExitCodes.Interrupted;
                }
            }
        );

    private static void Say(IAnsiConsole console, CliException expected)
    {
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{expected.Message}[/]");
        if (expected.Remedy is { } remedy)
        {
            console.WriteLine(remedy);
        }
    }
}
