using System.CommandLine;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Accounts;

/// <summary><c>--wait</c> and <c>--limit</c>: waits until an account has nothing left to do, with progress on standard error.</summary>
internal sealed class AccountWait
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(30);

    private readonly Option<bool> _wait = new("--wait") { Description = "Wait until nothing is left to do." };

    private readonly Option<TimeSpan?> _limit = new("--limit")
    {
        Description = "How long to wait at most; the work goes on. Default 30m.",
        HelpName = "TIME",
        CustomParser = argument =>
        {
            if (Times.ParseDuration(argument.Tokens[0].Value) is { } time)
            {
                return time;
            }

            argument.AddError("--limit must be a time such as 90s, 5m or 2h");
            return null;
        },
    };

    public void AddTo(CliCommand command)
    {
        command.EndsWith(ExitCodes.TimedOut);
        command.Add(_wait);
        command.Add(_limit);
    }

    public bool IsWanted(AccountCall call) => call.Parsed.GetValue(_wait);

    /// <summary>The status once the account is idle.</summary>
    /// <exception cref="CliException">The limit is over, or the key was refused.</exception>
    public async Task<AccountStatus> UntilIdleAsync(AccountCall call, string what)
    {
        var clock = TimeProvider.System;
        var limit = call.Parsed.GetValue(_limit) ?? DefaultLimit;
        var started = clock.GetTimestamp();
        var lastLine = started;
        var lastText = "";
        while (true)
        {
            var status = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            if (status.Connection != ConnectionStatus.Connected)
            {
                throw new CliException(
                    ExitCodes.Refused,
                    $"Lever does not accept the key of '{call.Account}'; its work stands still.",
                    "Connect again with a key that works: ciivsoft connect " + call.Account + " …"
                );
            }

            if (status.IsIdle)
            {
                return status;
            }

            var text = Describe(status);
            if (text != lastText && (lastText.Length == 0 || clock.GetElapsedTime(lastLine) >= LineEvery))
            {
                lastLine = clock.GetTimestamp();
                lastText = text;
                call.Terminal.Error.WriteLine(text);
            }

            if (clock.GetElapsedTime(started) > limit)
            {
                throw new CliException(
                    ExitCodes.TimedOut,
                    $"After {Times.Show(limit)} the {what} of '{call.Account}' is not at its end: {text}.",
                    $"The work goes on. Follow it: ciivsoft status {call.Account} --watch; or wait longer with --limit TIME."
                );
            }

            await Task.Delay(Poll, clock, call.CancellationToken);
        }
    }

    private static string Describe(AccountStatus status)
    {
        var waiting = status.Backlog.NewApplications + status.Backlog.NewPostings + status.Backlog.People;
        var open = status.Effects.Where(e => e.Key is "planned" or "sending" or "unknown").Sum(e => e.Value);
        var doing =
            status.IsScanning ? "scanning"
            : status.Sync.IsComplete ? "working"
            : "first synchronisation";
        return $"{doing}: {waiting} waiting to be looked at, {status.Backlog.Postponed} put off, {open} changes on their way to Lever";
    }
}
