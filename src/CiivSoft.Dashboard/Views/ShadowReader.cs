using System.Collections.Concurrent;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Dashboard.Live;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Dashboard.Views;

/// <summary>Collects what shadow decided. A report reads every shadow decision, so it is asked for again only when it is old.</summary>
internal sealed class ShadowReader(
    IGrainFactory grains,
    LiveBoard live,
    PersonNames names,
    IMirrorStore mirror,
    TimeProvider clock
)
{
    public const int ActionsShown = 50;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, ShadowModel> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _readAt = new(StringComparer.Ordinal);

    public async Task<ShadowModel?> ReadAsync(AccountKey account, CancellationToken cancellationToken)
    {
        var board = (await live.GetAsync(cancellationToken)).Accounts.FirstOrDefault(a => a.Name == account.Name);
        if (board is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (
            !_known.TryGetValue(account.Name, out var known)
            || !_readAt.TryGetValue(account.Name, out var readAt)
            || now - readAt > Fresh
        )
        {
            known = await ReadAsync(account, board, cancellationToken);
            _known[account.Name] = known;
            _readAt[account.Name] = now;
        }

        return known with
        {
            Board = board,
        };
    }

    /// <summary>Has the next report be a fresh one, because what it says was acted on.</summary>
    public void Forget(AccountKey account) => _readAt.TryRemove(account.Name, out _);

    private async Task<ShadowModel> ReadAsync(
        AccountKey account,
        AccountBoard board,
        CancellationToken cancellationToken
    )
    {
        var desk = grains.GetGrain<IAccountDeskGrain>(account.ToString());
        var report = await desk.GetShadowReportAsync(cancellationToken);
        var actions = report.Actions.Take(ActionsShown).ToList();
        var people = report.Examples.Select(e => e.ContactId).Concat(actions.Select(a => a.ContactId));
        return new ShadowModel
        {
            Board = board,
            // What is shown goes along with the page; the rest of a long list need not.
            Report = report with
            {
                Actions = [.. actions],
                ActionsLeftOut = report.ActionsLeftOut + report.Actions.Length - actions.Count,
            },
            Names = await names.ReadAsync(account, people, cancellationToken),
            Titles = await TitlesAsync(account, report, actions, cancellationToken),
        };
    }

    private async Task<Dictionary<string, string>> TitlesAsync(
        AccountKey account,
        ShadowReport report,
        List<ShadowAction> actions,
        CancellationToken cancellationToken
    )
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        var ids = report.Examples.Select(e => e.PostingId).Concat(actions.Select(a => a.PostingId)).OfType<string>();
        foreach (var id in ids.Distinct())
        {
            titles[id] = (await mirror.FindPostingAsync(account, id, cancellationToken))?.Title ?? id;
        }

        return titles;
    }
}
