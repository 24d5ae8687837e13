using System.CommandLine;
using System.Globalization;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Help;

/// <summary>Tells what is wrong with a command line, what was probably meant, and where the help is.</summary>
internal static class Mistakes
{
    public static int Tell(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        // Behind a command that there is not, nothing can be judged.
        var unknown = command.Subcommands.Count > 0 ? parsed.UnmatchedTokens.Take(1).ToList() : parsed.UnmatchedTokens;
        foreach (var message in unknown.Count > 0 ? unknown.Select(t => Unknown(t, command)) : MessagesOf(parsed))
        {
            terminal.Error.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{message}[/]");
        }

        var nearest = unknown.SelectMany(token => Typos.Nearest(token, WordsOf(command))).Distinct().ToList();
        if (nearest.Count > 0)
        {
            terminal.Error.WriteLine($"Did you mean {string.Join(" or ", nearest)}?");
        }

        var words = command is RootCommand ? "" : CommandPath.Of(command) + " ";
        terminal.Error.WriteLine($"Help: ciivsoft {words}--help");
        return ExitCodes.NotDone;
    }

    private static string Unknown(string token, Command command) =>
        token.StartsWith('-') ? $"There is no option {token} here."
        : command.Subcommands.Count > 0 ? $"There is no command '{token}'."
        : $"'{token}' is more than '{CommandPath.Of(command)}' takes.";

    private static IEnumerable<string> MessagesOf(ParseResult parsed) =>
        parsed.Errors.Select(e => e.Message).Distinct();

    private static IEnumerable<string> WordsOf(Command command)
    {
        var options = command.Options.Concat(
            command.Parents.OfType<Command>().SelectMany(p => p.Options).Where(o => o.Recursive)
        );
        return command
            .Subcommands.Cast<Symbol>()
            .Concat(options)
            .Where(symbol => !symbol.Hidden)
            .Select(symbol => symbol.Name);
    }
}
