using System.CommandLine;
using Spectre.Console;

namespace CiivSoft.Cli.Terminals;

/// <summary>One call of a command.</summary>
internal record CliCall
{
    public required CliCommand Command { get; init; }

    /// <summary>The command line, for the command's own options.</summary>
    public required ParseResult Parsed { get; init; }

    /// <summary>Where to write.</summary>
    public required Terminal Terminal { get; init; }

    /// <summary>Whether one JSON document is wanted.</summary>
    public required bool Json { get; init; }

    /// <summary>Whether nothing may be changed.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>Ctrl+C.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>Prints a result: the document, or what is for people.</summary>
    /// <exception cref="InvalidOperationException">The command has not declared documents of this type.</exception>
    public void Print<T>(T document, Action<T> show)
    {
        if (!Command.Documents.Contains(typeof(T)))
        {
            throw new InvalidOperationException($"{Command.Name} does not declare that it prints {typeof(T)}.");
        }

        if (Json)
        {
            Terminal.WriteJson(document);
        }
        else
        {
            show(document);
        }
    }

    /// <summary>Prints a result and ends well.</summary>
    public int Done<T>(T document, Action<T> show)
    {
        Print(document, show);
        return ExitCodes.Done;
    }

    /// <summary>Says that it is done: a sentence, or a document of what is so now.</summary>
    public int Done<T>(string sentence, T document) => Done(document, _ => Terminal.Out.WriteLine(sentence));

    /// <summary>Says what would have been done, each in a sentence such as "Would erase …", and ends well.</summary>
    public int WouldHave(params IReadOnlyList<string> sentences) =>
        Done(
            new DryRun(true, sentences),
            dryRun =>
            {
                foreach (var sentence in dryRun.Would)
                {
                    Terminal.Out.WriteLine(sentence);
                }

                Terminal.Out.WriteLine("Nothing was changed: --dry-run.");
            }
        );
}
