using System.CommandLine;
using System.CommandLine.Invocation;
using CiivSoft.Cli.Help;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli;

/// <summary>Runs a command line.</summary>
internal static class CliProgram
{
    /// <param name="root">The commands.</param>
    /// <param name="arguments">The words of the command line.</param>
    /// <param name="settings">Where to write.</param>
    /// <param name="cancellationToken">Stops the job as Ctrl+C does.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(
        RootCommand root,
        IReadOnlyList<string> arguments,
        InvocationConfiguration settings,
        CancellationToken cancellationToken = default
    )
    {
        var parsed = root.Parse(arguments);
        return parsed.Action is ParseErrorAction
            ? Task.FromResult(Mistakes.Tell(parsed, new Terminal(settings.Output, settings.Error)))
            : parsed.InvokeAsync(settings, cancellationToken);
    }
}
