using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Admin;

/// <summary>What all commands about one account share: its name, and what commands that ask a silo share.</summary>
internal sealed class AccountCommand
{
    private readonly SiloCommand _silo;
    private readonly Argument<string> _account = AccountArgument.Create();

    public AccountCommand(string name, string description, string example)
    {
        _silo = new SiloCommand(name, description, example);
        Command.Add(_account);
    }

    public CliCommand Command => _silo.Command;

    /// <summary>Adds the shared options behind the command's own and says what it does.</summary>
    public CliCommand Does(Func<AccountCall, Task<int>> job) =>
        _silo.Does(call => job(new AccountCall(call, call.Parsed.GetRequiredValue(_account))));
}

/// <summary>One call of such a command.</summary>
internal sealed record AccountCall : SiloCall
{
    [SetsRequiredMembers]
    public AccountCall(SiloCall call, string account)
        : base(call)
    {
        Account = account;
    }

    /// <summary>The account's name.</summary>
    public string Account { get; }
}
