using System.Globalization;
using Spectre.Console;

namespace CiivSoft.Cli.Terminals;

/// <summary>Runs a command's job and turns what was to be expected into a sentence and an exit code.</summary>
internal static class Jobs
{
    public static async Task<int> RunAsync(CliCall call, Func<CliCall, Task<int>> job)
    {
        try
        {
            return await job(call);
        }
        catch (CliException expected)
        {
            return Say(call.Terminal.Error, expected);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Say(call.Terminal.Error, new CliException(ExitCodes.Broken, failure.Message));
        }
        catch (OperationCanceledException) when (call.CancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
    }

    private static int Say(IAnsiConsole console, CliException expected)
    {
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{expected.Message}[/]");
        if (expected.Remedy is { } remedy)
        {
            console.WriteLine(remedy);
        }

        return expected.ExitCode;
    }
}
