using System.CommandLine;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Desk;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Accounts;

/// <summary><c>ciivsoft connect</c>: connects a Lever account, or replaces its key.</summary>
internal static class ConnectCommand
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly Option<Uri> Lever = UrlOption.Create(
        "--lever",
        "Address of Lever's API, for example https://api.lever.co/v1.",
        "https://api.lever.co/v1"
    );

    private static readonly Option<string> ServiceUser = new("--service-user")
    {
        Description = "Lever's id of the user that our changes are made as.",
        HelpName = "ID",
        Required = true,
    };

    private static readonly Option<bool> Shadow = new("--shadow")
    {
        Description = "Record decisions only, write nothing to Lever: the default of a new account.",
    };

    private static readonly Option<bool> Live = new("--live") { Description = "Write what is decided to Lever." };

    private static readonly Option<TimeSpan?> ScanEvery = new("--scan-every")
    {
        Description = "Time between scans: 5m (the least) to 1d. Default of a new account: 30m.",
        HelpName = "TIME",
        CustomParser = argument =>
        {
            if (Times.ParseDuration(argument.Tokens[0].Value) is { } time && time >= Shortest && time <= Longest)
            {
                return time;
            }

            argument.AddError("--scan-every must be a time from 5m to 1d, such as 30m or 2h");
            return null;
        },
    };

    /// <param name="keys">Where the API key comes from; null for standard input or a hidden question.</param>
    public static Command Create(TextReader? keys = null)
    {
        var shape = new AccountCommand(
            "connect",
            "Connects a Lever account, or replaces its key or address. The API key is read from standard input, or asked for.",
            "connect acme --lever https://api.lever.co/v1 --service-user 8d49b010-… --shadow < lever-key.txt"
        );
        var command = shape.Command;
        Lever.Required = true;
        command.Add(Lever);
        command.Add(ServiceUser);
        command.Add(Shadow);
        command.Add(Live);
        command.Add(ScanEvery);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Shadow) && result.GetValue(Live))
            {
                result.AddError("--shadow and --live exclude each other");
            }
        });
        command.Writes().Prints<ConnectReport>().Prints<PreflightReport>();
        return shape.Does(call => ConnectAsync(call, keys));
    }

    private static async Task<int> ConnectAsync(AccountCall call, TextReader? keys)
    {
        var key = await ApiKeyInput.ReadAsync(keys, call.Terminal, call.CancellationToken);
        var parsed = call.Parsed;
        AccountMode? mode =
            parsed.GetValue(Live) ? AccountMode.Live
            : parsed.GetValue(Shadow) ? AccountMode.Shadow
            : null;
        var ask = new ConnectAsk(
            parsed.GetRequiredValue(Lever),
            key,
            parsed.GetRequiredValue(ServiceUser),
            mode,
            parsed.GetValue(ScanEvery)?.TotalSeconds
        );
        if (call.IsDryRun)
        {
            var probed = await call.Api.ProbeAsync(call.Account, ask, call.CancellationToken);
            return PreflightCommand.Tell(call, call.Account, probed);
        }

        var preflight = await call.Api.ConnectAsync(call.Account, ask, call.CancellationToken);
        call.Print(
            new ConnectReport(call.Account, preflight.Connected, preflight.Rights, preflight.Findings),
            _ => ConnectScreen.Show(call.Account, preflight, call.Terminal.Out)
        );
        return preflight.Connected ? ExitCodes.Done : ExitCodes.Refused;
    }
}

/// <summary>The outcome as JSON.</summary>
internal sealed record ConnectReport(
    string Account,
    bool Connected,
    IReadOnlyList<RightCheck> Rights,
    IReadOnlyList<Finding> Findings
);
