using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Rerunning;
using CiivSoft.Abstractions.Undoing;
using CiivSoft.Dashboard.Access;
using CiivSoft.Dashboard.Views;

namespace CiivSoft.Dashboard.Live;

/// <content>Undoing, deciding again, and files that cannot be read.</content>
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

    /// <summary>Has files read again.</summary>
    public Task<Outcome> RetryFilesAsync(
        AccountKey account,
        ImmutableArray<string> contactIds,
        CancellationToken cancellationToken
    ) =>
        WithFilesAsync(
            account,
            count => $"had {Files(count)} read again",
            contactIds,
            desk => desk.RetryFilesAsync(contactIds, cancellationToken),
            " The others need another file.",
            cancellationToken
        );

    /// <summary>Takes files off the list.</summary>
    public Task<Outcome> GiveUpFilesAsync(
        AccountKey account,
        ImmutableArray<string> contactIds,
        CancellationToken cancellationToken
    ) =>
        WithFilesAsync(
            account,
            count => $"gave up {Files(count)} that cannot be read",
            contactIds,
            desk => desk.GiveUpFilesAsync(contactIds, cancellationToken),
            " The others were gone from the list already.",
            cancellationToken
        );

    private Task<Outcome> WithFilesAsync(
        AccountKey account,
        Func<int, string> deed,
        ImmutableArray<string> contactIds,
        Func<IAccountDeskGrain, Task<int>> act,
        string others,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            account,
            Roles.Operator,
            deed(contactIds.Length),
            async user =>
            {
                var done = deed(await act(Desk(account)));
                await activity.AddAsync(account, [Line(user, done)], cancellationToken);
                return new Outcome(true, $"Done: {done}.{(done == deed(contactIds.Length) ? "" : others)}");
            }
        );

    private static string Files(int count) => count == 1 ? "1 file" : $"{count} files";

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
