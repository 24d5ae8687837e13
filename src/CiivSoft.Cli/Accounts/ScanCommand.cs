using System.CommandLine;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Accounts;

/// <summary><c>ciivsoft scan</c>: a run now.</summary>
internal static class ScanCommand
{
    public static Command Create()
    {
        var wait = new AccountWait();
        var shape = new AccountCommand(
            "scan",
            "Looks for changes in Lever now instead of at the next scheduled time.",
            "scan acme --wait"
        );
        wait.AddTo(shape.Command);
        shape.Command.Writes().Prints<ScanAsked>().Prints<AccountStatus>();
        return shape.Does(async call =>
        {
            var before = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            if (call.IsDryRun)
            {
                return call.WouldHave(Plan(before));
            }

            await call.Api.ScanAsync(call.Account, call.CancellationToken);
            return wait.IsWanted(call)
                ? call.Done(
                    await wait.UntilIdleAsync(call, "scan"),
                    status => StatusScreen.Show(status, call.Terminal.Out)
                )
                : call.Done(
                    $"A scan of '{call.Account}' begins. Follow it: ciivsoft status {call.Account} --watch",
                    new ScanAsked(call.Account, true)
                );
        });
    }

    private static string Plan(AccountStatus status)
    {
        var since = status.LastScan is { } last ? $"since {Times.Show(last.StartedAt)}" : "from the beginning";
        var then = status switch
        {
            { Mode: AccountMode.Shadow } => "nothing would be written to Lever: the account is in shadow mode",
            { Pauses.IsDefaultOrEmpty: false } => "what is decided would be written to Lever, save for what is paused",
            _ => "what is decided would be written to Lever",
        };
        return $"Would ask Lever for what changed {since} and decide about it; {then}.";
    }
}

/// <summary>A scan was asked for and not waited for.</summary>
internal sealed record ScanAsked(string Account, bool Asked);
