using System.Collections.Immutable;
using System.CommandLine;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Explanations;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Switches;

/// <summary><c>ciivsoft mode</c>: off, shadow or live for one solution or one posting.</summary>
internal static class ModeCommand
{
    private const string Unset = "unset";

    public static Command Create()
    {
        var mode = new Argument<string>("mode")
        {
            Description = "off, shadow or live; unset takes back what was set for a posting.",
            HelpName = "off|shadow|live|unset",
        };
        mode.AcceptOnlyFromAmong("off", "shadow", "live", Unset);
        var solution = new Option<string?>("--solution") { Description = "Of this solution.", HelpName = "S" };
        solution.AcceptOnlyFromAmong("arkiive", "fiilter", "refiine");
        var posting = new Option<string?>("--posting")
        {
            Description = "Of the posting with this id in Lever.",
            HelpName = "ID",
        };
        var shape = new AccountCommand(
            "mode",
            "Switches one solution or one posting off, to shadow or live. Of account, solution, posting and the posting's tag in "
                + "Lever the strictest holds.",
            "mode acme shadow --posting 730e37db-93d3-4acf-b9de-7cfc397cef1d"
        );
        shape.Command.Add(mode);
        shape.Command.Add(solution);
        shape.Command.Add(posting);
        shape.Command.Writes().Prints<ModesInForce>();
        return shape.Does(call =>
            RunAsync(
                call,
                call.Parsed.GetRequiredValue(mode),
                call.Parsed.GetValue(solution),
                call.Parsed.GetValue(posting)
            )
        );
    }

    private static async Task<int> RunAsync(AccountCall call, string word, string? solution, string? posting)
    {
        if (solution is null == posting is null || (word == Unset && posting is null))
        {
            throw new CliException(
                ExitCodes.NotDone,
                "Name either a solution or a posting; unset is for postings.",
                "'ciivsoft go-live' and 'ciivsoft pause' are for the whole account."
            );
        }

        RunMode? mode = word == Unset ? null : Enum.Parse<RunMode>(word, ignoreCase: true);
        var status = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
        var what = posting is null ? Wording.Name(Pauses.Parse(solution!)!.Value) : $"posting {posting}";
        if (call.IsDryRun)
        {
            return call.WouldHave($"Would switch {what}: {word}.");
        }

        await (
            posting is null
                ? call.Api.ConfigureAsync(
                    call.Account,
                    Switched(status.Settings, solution!, mode),
                    call.CancellationToken
                )
                : call.Api.SetPostingModeAsync(call.Account, posting, mode, call.CancellationToken)
        );
        var after = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
        return call.Done(
            $"Switched {what}: {word}.",
            new ModesInForce(call.Account, after.Settings.Solutions, after.PostingSwitches)
        );
    }

    private static AccountSettings Switched(AccountSettings settings, string solution, RunMode? mode) =>
        settings with
        {
            Solutions = settings.Solutions.With(Pauses.Parse(solution) ?? Solution.Arkiive, mode ?? RunMode.Live),
        };
}

/// <summary>The switches of an account after one was set.</summary>
internal sealed record ModesInForce(
    string Account,
    SolutionModes Solutions,
    ImmutableArray<PostingSwitch> PostingSwitches
);
