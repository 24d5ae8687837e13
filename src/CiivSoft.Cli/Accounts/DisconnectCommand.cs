using System.CommandLine;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Accounts;

/// <summary><c>ciivsoft disconnect</c>: forgets an account and erases everything kept for it.</summary>
internal static class DisconnectCommand
{
    private static readonly Option<bool> Yes = new("--yes") { Description = "Do it; without it nothing is erased." };

    public static Command Create()
    {
        var shape = new AccountCommand(
            "disconnect",
            "Forgets an account: work stops and everything kept for it is erased, for good. Lever is not touched.",
            "disconnect acme --yes"
        );
        shape.Command.Add(Yes);
        shape.Command.Writes().Prints<Disconnected>();
        return shape.Does(async call =>
        {
            var status = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            var what =
                $"erase what is kept of {status.Known.People} people of account '{call.Account}', its decisions and its activity log, for good.";
            if (call.IsDryRun)
            {
                return call.WouldHave($"Would stop the work of account '{call.Account}'.", $"Would {what}");
            }

            if (!call.Parsed.GetValue(Yes))
            {
                throw new CliException(
                    ExitCodes.NotDone,
                    $"This would {what}",
                    $"If that is meant: ciivsoft disconnect {call.Account} --yes"
                );
            }

            await call.Api.RemoveAsync(call.Account, call.CancellationToken);
            return call.Done(
                $"Account '{call.Account}' is forgotten. In Lever nothing changed; delete the API key there too.",
                new Disconnected(call.Account, true)
            );
        });
    }
}

/// <summary>An account was forgotten.</summary>
internal sealed record Disconnected(string Account, bool Erased);
