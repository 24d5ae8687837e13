using System.CommandLine;
using CiivSoft.Cli.Admin;

namespace CiivSoft.Cli.Desk;

/// <summary><c>ciivsoft shadow-report</c>: what would be written, and what recruiters did meanwhile.</summary>
internal static class ShadowReportCommand
{
    public static Command Create()
    {
        var shape = new AccountCommand(
            "shadow-report",
            "Shows what was decided in shadow mode: what would be written to Lever now, what could not be judged, examples with reasons, and what recruiters did meanwhile.",
            "shadow-report acme"
        );
        shape.Command.Prints<ShadowReportDocument>();
        return shape.Does(async call =>
        {
            await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            return call.Done(
                await call.Api.GetShadowReportAsync(call.Account, call.CancellationToken),
                document => new ShadowReportScreen(call.Terminal.Out, document).Show()
            );
        });
    }
}
