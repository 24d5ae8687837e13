using System.CommandLine;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Desk;

/// <summary><c>ciivsoft preflight</c>: what an account's key may do, and what is missing for going live.</summary>
internal static class PreflightCommand
{
    public static Command Create()
    {
        var shape = new AccountCommand(
            "preflight",
            "Asks Lever what the account's key may read, and shows every right by its tick box: present, missing, or not yet known. Changes nothing.",
            "preflight acme"
        );
        shape.Command.Prints<PreflightReport>();
        return shape.Does(async call =>
        {
            await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            var preflight = await call.Api.PreflightAsync(call.Account, call.CancellationToken);
            return Tell(call, call.Account, preflight);
        });
    }

    /// <summary>Prints it; ends well when nothing that is needed is missing.</summary>
    public static int Tell(SiloCall call, string account, Preflight preflight)
    {
        call.Print(
            PreflightReport.Of(account, preflight),
            _ => PreflightScreen.Show(account, preflight, call.Terminal.Out)
        );
        return preflight is { Connected: true, Findings.Length: 0 } ? ExitCodes.Done
            : preflight.Connected ? ExitCodes.NotDone
            : ExitCodes.Refused;
    }
}

/// <summary>What a key may do.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Works">Whether the product works with it; with findings, in part.</param>
/// <param name="ServiceUser">Who changes are made as.</param>
/// <param name="ScreenedStageId">Lever's id of FiiLTER's stage; null when it is missing.</param>
/// <param name="ConfidentialAccess">Whether confidential records can be read.</param>
/// <param name="Rights">Each right.</param>
/// <param name="Findings">What is missing, with remedies.</param>
/// <param name="Advice">What is worth knowing, although nothing is wrong.</param>
/// <param name="Obstacles">What keeps the account from going live, with remedies.</param>
internal sealed record PreflightReport(
    string Account,
    bool Works,
    string ServiceUser,
    string? ScreenedStageId,
    RightState ConfidentialAccess,
    IReadOnlyList<RightCheck> Rights,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Finding> Advice,
    IReadOnlyList<Finding> Obstacles
)
{
    public static PreflightReport Of(string account, Preflight preflight) =>
        new(
            account,
            preflight.Connected,
            preflight.ServiceUser,
            preflight.ScreenedStageId,
            preflight.ConfidentialAccess,
            preflight.Rights,
            preflight.Findings,
            preflight.Advice,
            preflight.Obstacles
        );
}
