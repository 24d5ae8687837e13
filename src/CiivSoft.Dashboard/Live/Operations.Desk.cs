using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Rerunning;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Dashboard.Access;
using CiivSoft.Dashboard.Views;

namespace CiivSoft.Dashboard.Live;

/// <content>Undoing, and deciding again.</content>
internal sealed partial class Operations
{
    /// <summary>What undoing would do, as Lever stands now; null when that could not be found out.</summary>
    public async Task<(UndoList? List, Outcome Outcome)> PreviewUndoAsync(
        AccountKey account,
        UndoScope scope,
        CancellationToken cancellationToken
    )
    {
        UndoList? list = null;
        var outcome = await TryAsync(
            account,
            Roles.Operator,
            "looked what may be undone",
            async _ =>
            {
                var desk = Desk(account);
                var all = await desk.ListUndoAsync(scope, cancellationToken);
                var asked = all.Items.Where(i => i.State == UndoState.Possible).Take(UndoLimits.PreviewAtMost).ToList();
                var seen =
                    asked.Count == 0
                        ? []
                        : (await desk.PreviewUndoAsync([.. asked.Select(i => i.ActionId)], cancellationToken)).Items;
                var fresh = seen.ToDictionary(i => i.ActionId, StringComparer.Ordinal);
                list = all with { Items = [.. all.Items.Select(i => fresh.GetValueOrDefault(i.ActionId, i))] };
                return new Outcome(true, UndoWords.Summary(list));
            }
        );
        return (list, outcome);
    }

    /// <summary>How far undoing is, from our own records.</summary>
    public async Task<UndoList?> FollowUndoAsync(
        AccountKey account,
        UndoScope scope,
        CancellationToken cancellationToken
    )
    {
        UndoList? list = null;
        await TryAsync(
            account,
            Roles.Operator,
            "followed an undo",
            async _ =>
            {
                list = await Desk(account).ListUndoAsync(scope, cancellationToken);
                return new Outcome(true, "");
            }
        );
        return list;
    }

    /// <summary>Undoes what the scope covers.</summary>
    public async Task<(UndoList? List, Outcome Outcome)> UndoAsync(
        AccountKey account,
        UndoScope scope,
        string what,
        CancellationToken cancellationToken
    )
    {
        UndoList? list = null;
        var deed = $"undid {what}";
        var outcome = await TryAsync(
            account,
            Roles.Operator,
            deed,
            async user =>
            {
                list = await Desk(account).UndoAsync(scope, cancellationToken);
                await activity.AddAsync(account, [Line(user, deed)], cancellationToken);
                return new Outcome(true, "Asked for. Each is undone only if no person has touched it since.");
            }
        );
        return (list, outcome);
    }

    /// <summary>Has applications decided again.</summary>
    public Task<Outcome> RerunAsync(
        AccountKey account,
        RerunRequest request,
        string what,
        CancellationToken cancellationToken
    )
    {
        var deed = $"had {what} decided again";
        return TryAsync(
            account,
            Roles.Operator,
            deed,
            async user =>
            {
                var answer = await Desk(account).RerunAsync(request, cancellationToken);
                await activity.AddAsync(account, [Line(user, deed)], cancellationToken);
                return new Outcome(answer.Applications.Length > 0 || answer.RunsArkiive, Said(answer));
            }
        );
    }

    private IAccountDeskGrain Desk(AccountKey account) => grains.GetGrain<IAccountDeskGrain>(account.ToString());

    private static string Said(RerunAnswer answer)
    {
        var skipped = answer.Skipped.GroupBy(s => s.Reason).Select(g => $"{g.Count()} not: {g.Key}");
        var parts = ImmutableArray.CreateBuilder<string>();
        parts.Add(
            answer.Applications.Length == 1
                ? "1 application is decided again"
                : $"{answer.Applications.Length} applications are decided again"
        );
        if (answer.RunsArkiive)
        {
            parts.Add("ARKiiVE runs once more");
        }

        parts.AddRange(skipped);
        return string.Join("; ", parts) + ". Nobody is demoted by it.";
    }
}
