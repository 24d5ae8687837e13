using System.CommandLine;
using System.Reflection;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Help;

/// <summary><c>ciivsoft schema</c>: the JSON Schema of what a command writes with <c>--json</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("command")
        {
            Description = "The command; several words for one below another.",
            HelpName = "COMMAND",
            Arity = ArgumentArity.OneOrMore,
        };
        words.CompletionSources.Add(_ => Assembly.GetExecutingAssembly().GetManifestResourceNames().Select(CommandOf));
        var command = new CliCommand(
            "schema",
            "Prints the JSON Schema of what a command writes with --json.",
            "schema keys rotate"
        )
        {
            words,
        };
        return command.Does(async call =>
        {
            var path = string.Join(' ', call.Parsed.GetRequiredValue(words));
            var schema =
                await ReadAsync(path, call.CancellationToken)
                ?? throw new CliException(
                    ExitCodes.NotDone,
                    $"There is no JSON document of '{path}'.",
                    "Commands with --json in their help have one: ciivsoft --help"
                );
            call.Terminal.WriteUnbroken(schema.TrimEnd());
            return ExitCodes.Done;
        });
    }

    /// <summary>The file of a command's schema, in <c>docs/reference/schemas</c> and inside this program.</summary>
    public static string FileOf(string commandPath) => $"{commandPath.Replace(' ', '-')}.json";

    private static string CommandOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static async Task<string?> ReadAsync(string commandPath, CancellationToken cancellationToken)
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(FileOf(commandPath));
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
