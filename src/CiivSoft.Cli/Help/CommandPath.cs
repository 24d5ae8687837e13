using System.CommandLine;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Help;

/// <summary>Commands by the words that name them, for example <c>keys rotate</c>.</summary>
internal static class CommandPath
{
    public static string Of(Command command)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null or RootCommand ? command.Name : $"{Of(parent)} {command.Name}";
    }

    /// <summary>All commands below one, parents first, in their order.</summary>
    public static IEnumerable<CliCommand> Below(Command command) =>
        command.Subcommands.SelectMany(sub =>
            (sub is CliCommand own ? [own] : Array.Empty<CliCommand>()).Concat(Below(sub))
        );
}
