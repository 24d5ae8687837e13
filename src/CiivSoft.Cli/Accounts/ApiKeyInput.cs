using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Accounts;

/// <summary>Takes the API key where no other program can see it: from standard input, or from a hidden answer.</summary>
internal static class ApiKeyInput
{
    private const int LongestKey = 1000;

    /// <exception cref="CliException">There is none, or it is no key.</exception>
    public static async Task<string> ReadAsync(TextReader? keys, Terminal terminal, CancellationToken cancellationToken)
    {
        var text =
            keys is not null ? await keys.ReadToEndAsync(cancellationToken)
            : Console.IsInputRedirected ? await Console.In.ReadToEndAsync(cancellationToken)
            : await new TextPrompt<string>("Lever API key (not shown):")
                .Secret(null)
                .ShowAsync(terminal.Error, cancellationToken);
        var key = text.Trim();
        if (key.Length == 0)
        {
            throw new CliException(
                ExitCodes.NotDone,
                "There is no API key on standard input.",
                "Pipe it in: printf '%s' \"$LEVER_KEY\" | ciivsoft connect …"
            );
        }

        // Not the text itself: it may be a secret from elsewhere.
        return key.Length <= LongestKey && !key.Any(char.IsWhiteSpace) && !key.Any(char.IsControl)
            ? key
            : throw new CliException(
                ExitCodes.NotDone,
                "What standard input holds is no API key: a key is one word.",
                "Pipe in the key alone, as Lever showed it when it was made."
            );
    }
}
