using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Help;

/// <summary>The library's help page, and below it the example, the JSON document and the exit codes.</summary>
internal sealed class HelpPage(SynchronousCommandLineAction page) : SynchronousCommandLineAction
{
    /// <summary>Help is asked for with any mistake beside it.</summary>
    public override bool ClearsParseErrors => true;

    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        if (option.Action is SynchronousCommandLineAction page)
        {
            option.Action = new HelpPage(page);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var result = page.Invoke(parseResult);
        if (parseResult.CommandResult.Command is CliCommand command)
        {
            WriteMore(command, parseResult.InvocationConfiguration.Output);
        }

        return result;
    }

    private static void WriteMore(CliCommand command, TextWriter output)
    {
        output.WriteLine("Example:");
        output.WriteLine($"  ciivsoft {command.Example}");
        output.WriteLine();
        if (command.Documents.Count > 0)
        {
            output.WriteLine("JSON schema:");
            output.WriteLine($"  ciivsoft schema {CommandPath.Of(command)}");
            output.WriteLine();
        }

        output.WriteLine("Exit codes:");
        foreach (var code in command.ExitCodes.Append(ExitCodes.Interrupted))
        {
            output.WriteLine($"  {code, -3}  {ExitCodes.Meaning(code)}");
        }
    }
}
