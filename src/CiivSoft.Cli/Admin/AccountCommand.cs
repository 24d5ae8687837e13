using System.CommandLine;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Admin;

/// <summary>What all commands about one account share: its name, the silo, <c>--json</c>.</summary>
internal sealed class AccountCommand
{
    private readonly SiloOptions _silo = new();
    private readonly Option<bool> _json = Jobs.JsonOption();
    private readonly Argument<string> _account = AccountArgument.Create();

    public AccountCommand(string name, string description, string example)
    {
        Command = new Command(name, $"{description}\n\nExample: ciivsoft {example}") { _account };
    }

    public Command Command { get; }

    /// <summary>Adds the shared options behind the command's own and says what it does.</summary>
    public Command Does(Func<AccountCall, Task<int>> job)
    {
        _silo.AddTo(Command);
        Command.Add(_json);
        Command.SetJob(
            async (parsed, terminal, cancellationToken) =>
            {
                using var api = _silo.Open(parsed);
                var call = new AccountCall(
                    api,
                    parsed.GetRequiredValue(_account),
                    parsed.GetValue(_json),
                    parsed,
                    terminal,
                    cancellationToken
                );
                return await job(call);
            }
        );
        return Command;
    }
}

/// <summary>One call of such a command.</summary>
/// <param name="Api">The silo.</param>
/// <param name="Account">The account's name.</param>
/// <param name="Json">Whether one JSON document is wanted.</param>
/// <param name="Parsed">The command line, for the command's own options.</param>
/// <param name="Terminal">Where to write.</param>
/// <param name="CancellationToken">Ctrl+C.</param>
internal sealed record AccountCall(
    AdminApi Api,
    string Account,
    bool Json,
    ParseResult Parsed,
    Terminal Terminal,
    CancellationToken CancellationToken
)
{
    /// <summary>Says that it is done: a sentence, or a JSON document of the account's name and what is so now.</summary>
    public int Done(string sentence, object document)
    {
        if (Json)
        {
            Terminal.WriteJson(document);
        }
        else
        {
            Terminal.Out.WriteLine(sentence);
        }

        return ExitCodes.Done;
    }
}
