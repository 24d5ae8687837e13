using System.Globalization;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Work;

namespace CiivSoft.Dashboard.Views;

/// <summary>Collects what waits and what is stuck.</summary>
internal sealed class QueueReader(QueueQueries queries, IWorkStore work, PersonNames names, TimeProvider clock)
{
    public const int PageSize = 100;

    public async Task<QueueModel> ReadAsync(
        AccountKey account,
        string list,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var model = new QueueModel
        {
            Counts = await queries.CountAsync(account, cancellationToken),
            Work = await work.CountAsync(account, now, cancellationToken),
        };
        model =
            QueueLists.State(list) is { } state ? await EffectsAsync(model, account, state, after, cancellationToken)
            : list == QueueLists.NotRead ? await NotReadAsync(model, account, after, cancellationToken)
            : model with
            {
                Items = await queries.WorkAsync(account, list == QueueLists.Later, now, PageSize, cancellationToken),
            };
        var people = model
            .Effects.Select(e => e.ContactId)
            .Concat(model.NotRead.Select(p => p.ContactId))
            .Concat(model.Items.Where(i => i.Kind == WorkKind.Contact).Select(i => i.Id));
        return model with { Names = await names.ReadAsync(account, people, cancellationToken) };
    }

    private async Task<QueueModel> EffectsAsync(
        QueueModel model,
        AccountKey account,
        Storage.Effects.EffectState state,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var effects = await queries.EffectsAsync(account, state, Query.Number(after), PageSize, cancellationToken);
        return model with
        {
            Effects = effects,
            Next = effects.Count == PageSize ? effects[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    private async Task<QueueModel> NotReadAsync(
        QueueModel model,
        AccountKey account,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var people = await queries.NotReadAsync(account, Places.ReadFile(after), PageSize, cancellationToken);
        return model with
        {
            NotRead = people,
            Next = people.Count == PageSize ? Places.Write(people[^1].Cursor) : null,
        };
    }
}
