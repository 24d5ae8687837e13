using System.CommandLine;
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
        return shape.Does(async call =>
        {
            await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            await call.Api.ScanAsync(call.Account, call.CancellationToken);
            if (!wait.IsWanted(call))
            {
                return call.Done(
                    $"A scan of '{call.Account}' begins. Follow it: ciivsoft status {call.Account} --watch",
                    new { call.Account, Asked = true }
                );
            }

            var status = await wait.UntilIdleAsync(call, "scan");
            if (call.Json)
            {
                call.Terminal.WriteJson(status);
            }
            else
            {
                StatusScreen.Show(status, call.Terminal.Out);
            }

            return ExitCodes.Done;
        });
    }
}
