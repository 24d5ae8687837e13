using System.CommandLine;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Accounts;

/// <summary><c>ciivsoft status</c>: what an account is doing.</summary>
internal static class StatusCommand
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromSeconds(2);

    private static readonly Option<bool> Watch = new("--watch")
    {
        Description = "Show it again whenever something changed, until Ctrl+C.",
    };

    public static Command Create()
    {
        var shape = new AccountCommand(
            "status",
            "Shows mode, scans, backlog, effects by state and what needs a person.",
            "status acme --watch"
        );
        shape.Command.Add(Watch);
        shape.Command.Prints<AccountStatus>();
        return shape.Does(RunAsync);
    }

    private static async Task<int> RunAsync(AccountCall call)
    {
        var last = "";
        do
        {
            var status = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            var text = System.Text.Json.JsonSerializer.Serialize(status, Terminal.Json);
            if (text == last)
            {
                continue;
            }

            last = text;
            call.Print(status, shown => StatusScreen.Show(shown, call.Terminal.Out));
        } while (call.Parsed.GetValue(Watch) && await WaitAsync(call.CancellationToken));

        return ExitCodes.Done;
    }

    // Ctrl+C is how watching ends.
    private static async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(WatchEvery, TimeProvider.System, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
