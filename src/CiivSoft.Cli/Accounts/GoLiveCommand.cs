using System.CommandLine;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

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
        shape.Command.Writes().Prints<WentLive>();
        return shape.Does(async call =>
        {
            var before = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            var appliesShadow = call.Parsed.GetValue(ApplyShadow);
            if (call.IsDryRun)
            {
                if (before.Mode != AccountMode.Live)
                {
                    await RequireReadyAsync(call);
                }

                return call.WouldHave(Plan(before, appliesShadow));
            }

            await call.Api.GoLiveAsync(call.Account, appliesShadow, call.CancellationToken);
            var status = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            return call.Done(
                $"Account '{call.Account}' is live." + Shadowed(status, appliesShadow),
                new WentLive(call.Account, status.Mode, appliesShadow)
            );
        });
    }

    private static string Shadowed(AccountStatus status, bool appliesShadow) =>
        !appliesShadow ? ""
        : Pauses.CoverAll(status.Pauses)
            ? $" It is paused: what was decided in shadow mode is written after 'ciivsoft resume {status.Account}', where it still holds."
        : " What was decided in shadow mode is being written, where it still holds.";

    // What the silo asks before it goes live, in its words.
    private static async Task RequireReadyAsync(AccountCall call)
    {
        var preflight = await call.Api.PreflightAsync(call.Account, call.CancellationToken);
        if (!preflight.Obstacles.IsDefaultOrEmpty)
        {
            throw new CliException(
                ExitCodes.Refused,
                $"Account '{call.Account}' would stay in shadow. {string.Join(' ', preflight.Obstacles.Select(o => o.Message))}",
                string.Join('\n', preflight.Obstacles.Select(o => o.Remedy))
            );
        }
    }

    private static string[] Plan(AccountStatus status, bool appliesShadow) =>
        [
            status.Mode == AccountMode.Live
                ? $"Account '{status.Account}' is live already."
                : $"Would write what is decided about account '{status.Account}' from now on to Lever.",
            .. appliesShadow
                ? ["Would also write what was decided in shadow mode, where it still holds."]
                : Array.Empty<string>(),
        ];
}

/// <summary>An account is live.</summary>
internal sealed record WentLive(string Account, AccountMode Mode, bool AppliedShadow);
