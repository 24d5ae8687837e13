using System.CommandLine;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Accounts;

/// <summary><c>ciivsoft accounts</c>: the connected accounts.</summary>
internal static class AccountsCommand
{
    public static Command Create()
    {
        var shape = new SiloCommand("accounts", "Lists the connected accounts.", "accounts");
        shape.Command.Prints<IReadOnlyList<ListedAccount>>();
        return shape.Does(async call =>
            call.Done(
                await call.Api.ListAccountsAsync(call.CancellationToken),
                accounts => Show(accounts, call.Terminal)
            )
        );
    }

    private static void Show(IReadOnlyList<ListedAccount> accounts, Terminal terminal)
    {
        if (accounts.Count == 0)
        {
            terminal.Out.WriteLine("No account is connected. 'ciivsoft connect' adds one.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Account", "Lever", "Service user", "Connected");
        foreach (var account in accounts)
        {
            table.AddRow(
                new Text(account.Name),
                new Text(account.LeverUrl.ToString()),
                new Text(account.ServiceUser),
                new Text(Times.Show(account.ConnectedAt))
            );
        }

        terminal.Out.Write(table);
    }
}
