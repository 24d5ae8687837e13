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
        var silo = new SiloOptions();
        var json = Jobs.JsonOption();
        var command = new Command("accounts", "Lists the connected accounts.\n\nExample: ciivsoft accounts");
        silo.AddTo(command);
        command.Add(json);
        command.SetJob(
            async (parsed, terminal, cancellationToken) =>
            {
                using var api = silo.Open(parsed);
                var accounts = await api.ListAccountsAsync(cancellationToken);
                if (parsed.GetValue(json))
                {
                    terminal.WriteJson(accounts);
                }
                else if (accounts.Count == 0)
                {
                    terminal.Out.WriteLine("No account is connected. 'ciivsoft connect' adds one.");
                }
                else
                {
                    Show(accounts, terminal);
                }

                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static void Show(IEnumerable<ListedAccount> accounts, Terminal terminal)
    {
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
