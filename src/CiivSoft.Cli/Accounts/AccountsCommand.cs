using System.Collections.Immutable;
using System.CommandLine;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Accounts;

/// <summary><c>ciivsoft accounts</c>: the connected accounts.</summary>
internal static class AccountsCommand
{
    public static Command Create()
    {
        var shape = new SiloCommand("accounts", "Lists the connected accounts with their mode and pauses.", "accounts");
        shape.Command.Prints<IReadOnlyList<ShownAccount>>();
        return shape.Does(async call =>
        {
            var listed = await call.Api.ListAccountsAsync(call.CancellationToken);
            var shown = await Task.WhenAll(listed.Select(account => AskAsync(call, account)));
            return call.Done<IReadOnlyList<ShownAccount>>(shown, accounts => Show(accounts, call.Terminal));
        });
    }

    // One account that does not answer must not hide the others.
    private static async Task<ShownAccount> AskAsync(SiloCall call, ListedAccount account)
    {
        try
        {
            return ShownAccount.Of(account, await call.Api.GetStatusAsync(account.Name, call.CancellationToken));
        }
        catch (CliException)
        {
            return ShownAccount.Of(account, status: null);
        }
    }

    private static void Show(IReadOnlyList<ShownAccount> accounts, Terminal terminal)
    {
        if (accounts.Count == 0)
        {
            terminal.Out.WriteLine("No account is connected. 'ciivsoft connect' adds one.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Account", "Mode", "Lever", "Service user", "Connected");
        foreach (var account in accounts)
        {
            table.AddRow(
                new Text(account.Name),
                new Text(State(account)),
                new Text(account.LeverUrl.ToString()),
                new Text(account.ServiceUser),
                new Text(Times.Show(account.ConnectedAt))
            );
        }

        terminal.Out.Write(table);
    }

    private static string State(ShownAccount account) =>
        account switch
        {
            { Connection: ConnectionStatus.Suspect } => "Lever refuses the key",
            { Connection: ConnectionStatus.Disconnected } => "disconnected",
            { Mode: { } mode, Pauses: [_, ..] pauses } => $"{Name(mode)}, paused: {Pauses.Names(pauses)}",
            { Mode: { } mode } => Name(mode),
            _ => "not known: it gives no answer",
        };

    private static string Name(AccountMode mode) => mode == AccountMode.Live ? "live" : "shadow";
}

/// <summary>A connected account and what it does.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="LeverUrl">Where Lever's API is.</param>
/// <param name="ServiceUser">Lever's id of the user as whom changes are made.</param>
/// <param name="ConnectedAt">Since when.</param>
/// <param name="Connection">Whether Lever accepts the key; null when the account gives no answer.</param>
/// <param name="Mode">Shadow or live; null when the account gives no answer.</param>
/// <param name="Pauses">Pauses in force.</param>
internal sealed record ShownAccount(
    string Name,
    Uri LeverUrl,
    string ServiceUser,
    DateTimeOffset ConnectedAt,
    ConnectionStatus? Connection,
    AccountMode? Mode,
    ImmutableArray<PauseScope> Pauses
)
{
    public static ShownAccount Of(ListedAccount account, AccountStatus? status) =>
        new(
            account.Name,
            account.LeverUrl,
            account.ServiceUser,
            account.ConnectedAt,
            status?.Connection,
            status?.Mode,
            status?.Pauses ?? []
        );
}
