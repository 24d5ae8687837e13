using System.CommandLine;

namespace CiivSoft.Cli.Tests.Commands;

/// <summary>Runs a whole command line in this process.</summary>
internal static class Program
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CliProgram.RunAsync(
            CliRoot.Create(),
            words,
            new InvocationConfiguration { Output = output, Error = error },
            TestContext.Current.CancellationToken
        );
        return (exitCode, output.ToString(), error.ToString());
    }
}
