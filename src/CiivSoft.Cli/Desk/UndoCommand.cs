using System.CommandLine;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Desk;

/// <summary><c>ciivsoft undo</c>: takes back what no person has touched since.</summary>
internal static class UndoCommand
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Argument<string[]> What = new("what")
    {
        Description =
            "The Ref of a note or an effect's id; or 'posting ID'; or 'run NAME'; or 'runs', which lists the runs there were.",
        HelpName = "ACTION|posting ID|run NAME|runs",
        Arity = new ArgumentArity(1, 2),
    };

    private static readonly Option<string?> ArchiveReason = new("--archive-reason")
    {
        Description =
            "Text or id of the archive reason for leads that are withdrawn; remembered. Never the one that means hired.",
        HelpName = "TEXT",
    };

    public static Command Create()
    {
        var account = AccountArgument.CreateOption();
        var shape = new SiloCommand(
            "undo",
            "Puts applications back to New applicant and withdraws leads that we made, where no person has touched them since, and lists what was left alone and what is to be done by hand.",
            "undo posting 5c9b6bc2-… --account acme --dry-run"
        );
        shape.Command.Add(What);
        shape.Command.Add(account);
        shape.Command.Add(ArchiveReason);
        shape.Command.Writes().Prints<UndoReport>().Prints<IReadOnlyList<ListedUndoRun>>();
        shape.Command.EndsWith(ExitCodes.TimedOut);
        return shape.Does(call => RunAsync(call, call.Parsed.GetRequiredValue(account)));
    }

    private static async Task<int> RunAsync(SiloCall call, string account)
    {
        var status = await call.Api.GetStatusAsync(account, call.CancellationToken);
        if (call.Parsed.GetRequiredValue(What) is ["runs"])
        {
            var runs = await call.Api.ListUndoRunsAsync(account, call.CancellationToken);
            return call.Done(runs, shown => UndoScreen.ShowRuns(shown, account, call.Terminal.Out));
        }

        var scope = ScopeOf(call.Parsed.GetRequiredValue(What));
        var covered = await call.Api.ListUndoAsync(account, scope, call.CancellationToken);
        if (covered.Items.IsEmpty)
        {
            throw new CliException(
                ExitCodes.NotFound,
                "Nothing that was done in Lever is found under that name.",
                "'ciivsoft undo runs' lists runs; a Ref is the last line of a note in Lever."
            );
        }

        if (covered.HasMore)
        {
            throw new CliException(
                ExitCodes.Refused,
                $"This covers more than {Counted.Of(UndoLimits.ListedAtMost, "action")}, which are not undone at once.",
                "Undo a posting, or a run, at a time: 'ciivsoft undo runs' lists runs."
            );
        }

        if (call.IsDryRun)
        {
            return Tell(call, account, await PreviewAsync(call, account, covered));
        }

        if (call.Parsed.GetValue(ArchiveReason) is { } reason)
        {
            await call.Api.ConfigureAsync(
                account,
                status.Settings with
                {
                    WithdrawReason = reason,
                },
                call.CancellationToken
            );
        }

        await call.Api.UndoAsync(account, scope, call.CancellationToken);
        return Tell(call, account, await FollowAsync(call, account, scope));
    }

    private static UndoScope ScopeOf(string[] what) =>
        what switch
        {
            ["posting", var id] => UndoScope.OfPosting(id),
            ["run", var run] => UndoScope.OfRun(run),
            ["Ref" or "ref" or "action", var action] => UndoScope.OfAction(action),
            [var action] => UndoScope.OfAction(action),
            _ => throw new CliException(
                ExitCodes.NotDone,
                $"'{string.Join(' ', what)}' names nothing that can be undone.",
                "Name a Ref, or 'posting ID', or 'run NAME'."
            ),
        };

    private static async Task<IReadOnlyList<UndoItem>> PreviewAsync(SiloCall call, string account, UndoList covered)
    {
        var progress = new ProgressLine(call.Terminal.Error, TimeProvider.System);
        var seen = new List<UndoItem>();
        foreach (var chunk in covered.Items.Chunk(UndoLimits.PreviewAtMost))
        {
            var looked = await call.Api.PreviewUndoAsync(
                account,
                [.. chunk.Select(i => i.ActionId)],
                call.CancellationToken
            );
            seen.AddRange(looked.Items);
            progress.Show($"Looked at {seen.Count} of {covered.Items.Length} in Lever.");
        }

        return seen;
    }

    private static async Task<IReadOnlyList<UndoItem>> FollowAsync(SiloCall call, string account, UndoScope scope)
    {
        var clock = TimeProvider.System;
        var progress = new ProgressLine(call.Terminal.Error, clock);
        for (var begun = clock.GetTimestamp(); ; )
        {
            var list = await call.Api.ListUndoAsync(account, scope, call.CancellationToken);
            var open = list.Items.Count(i => i.State is UndoState.Planned or UndoState.Unknown);
            if (open == 0 || clock.GetElapsedTime(begun) > Patience)
            {
                return list.Items;
            }

            progress.Show($"{list.Items.Length - open} of {list.Items.Length} settled.");
            await Task.Delay(Between, clock, call.CancellationToken);
        }
    }

    private static int Tell(SiloCall call, string account, IReadOnlyList<UndoItem> items)
    {
        var report = new UndoReport(account, call.IsDryRun, items);
        call.Print(report, shown => UndoScreen.Show(shown, call.Terminal.Out));
        return call.IsDryRun ? ExitCodes.Done
            : items.Any(i => i.State is UndoState.Planned or UndoState.Unknown) ? ExitCodes.TimedOut
            : items.Any(i => i.State is UndoState.ByHand or UndoState.Failed) ? ExitCodes.NotDone
            : ExitCodes.Done;
    }
}

/// <summary>What became of an undo, or would.</summary>
/// <param name="Account">The account.</param>
/// <param name="IsDryRun">Whether nothing was changed.</param>
/// <param name="Items">Each action.</param>
internal sealed record UndoReport(string Account, bool IsDryRun, IReadOnlyList<UndoItem> Items);
