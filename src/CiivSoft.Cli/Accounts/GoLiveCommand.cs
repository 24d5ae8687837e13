using System.CommandLine;
using CiivSoft.Cli.Admin;

namespace CiivSoft.Cli.Accounts;

/// <summary><c>ciivsoft go-live</c>: from now on decisions are written to Lever.</summary>
internal static class GoLiveCommand
{
    private static readonly Option<bool> ApplyShadow = new("--apply-shadow")
    {
        Description = "Also write what was decided in shadow mode, where it still holds.",
    };

    public static Command Create()
    {
        var shape = new AccountCommand(
            "go-live",
            "Writes decisions to Lever from now on. Those made in shadow mode stay unwritten unless asked for.",
            "go-live acme --apply-shadow"
        );
        shape.Command.Add(ApplyShadow);
        return shape.Does(async call =>
        {
            await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            var appliesShadow = call.Parsed.GetValue(ApplyShadow);
            await call.Api.GoLiveAsync(call.Account, appliesShadow, call.CancellationToken);
            var status = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            return call.Done(
                $"Account '{call.Account}' is live."
                    + (appliesShadow ? " What was decided in shadow mode is being written, where it still holds." : ""),
                new
                {
                    call.Account,
                    status.Mode,
                    AppliedShadow = appliesShadow,
                }
            );
        });
    }
}
