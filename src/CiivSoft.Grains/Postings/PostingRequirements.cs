using System.Globalization;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Postings;
using CiivSoft.Matching;
using CiivSoft.Matching.Requirements;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Requirements;

namespace CiivSoft.Grains.Postings;

/// <summary>
/// What a posting asks for: drafted from its text until somebody edits it. Versions are unique in the database, so that of two
/// people who edit the same one the second is told.
/// </summary>
internal sealed class PostingRequirements(IMirrorStore mirror, IRequirementStore store, TimeProvider clock)
{
    private const int HistoryLimit = 20;

    /// <summary>The requirements as they are; null when the posting is not known.</summary>
    public async Task<RequirementSheet?> ReadAsync(PostingKey key, CancellationToken cancellationToken) =>
        await LoadAsync(key, cancellationToken) is { } present
            ? await SheetAsync(key, present, cancellationToken)
            : null;

    /// <summary>Changes them, or says why not; null when the posting is not known.</summary>
    public async Task<RequirementsAnswer?> ChangeAsync(
        PostingKey key,
        RequirementsChange change,
        CancellationToken cancellationToken
    )
    {
        if (await LoadAsync(key, cancellationToken) is not { } present)
        {
            return null;
        }

        if (change.Version != present.Version)
        {
            return await AnswerAsync(key, RequirementsOutcome.Conflict, present, Moved(present), cancellationToken);
        }

        return present.Next(change.Items) switch
        {
            EditedRequirements.Changed changed => await ChangeAsync(
                key,
                change,
                present,
                changed.List,
                cancellationToken
            ),
            EditedRequirements.Refused refused => await AnswerAsync(
                key,
                RequirementsOutcome.Refused,
                present,
                RequirementSheets.Why(refused),
                cancellationToken
            ) with
            {
                Refused = [.. refused.Criteria.Select(RequirementSheets.Line)],
            },
            EditedRequirements.Invalid invalid => await AnswerAsync(
                key,
                RequirementsOutcome.Invalid,
                present,
                invalid.Problem,
                cancellationToken
            ),
            _ => throw new InvalidOperationException("There is no such outcome."),
        };
    }

    private async Task<RequirementsAnswer> ChangeAsync(
        PostingKey key,
        RequirementsChange change,
        PresentRequirements present,
        RequirementList list,
        CancellationToken cancellationToken
    )
    {
        var isReset = change.Items is null;
        var summary = RequirementSummary.Of(present.List, list);
        if (summary.Length == 0 && isReset == (present.Edited is null))
        {
            return await AnswerAsync(key, RequirementsOutcome.Unchanged, present, "", cancellationToken);
        }

        var edit = new RequirementEditRow
        {
            PostingId = key.PostingId,
            Version = present.Version + 1,
            EditedBy = change.By,
            EditedAt = clock.GetUtcNow(),
            PostingHash = present.Row.ContentHash,
            Summary = RequirementSummary.Title(summary, isReset),
            ListJson = isReset ? null : StoredRequirements.Write(list),
        };
        if (!change.IsDryRun && !await store.TryAddAsync(key.Account, edit, Line(edit), cancellationToken))
        {
            var other = await LoadAsync(key, cancellationToken) ?? present;
            return await AnswerAsync(key, RequirementsOutcome.Conflict, other, Moved(other), cancellationToken);
        }

        var after = present with { History = [edit, .. present.History] };
        return await AnswerAsync(key, RequirementsOutcome.Changed, after, "", cancellationToken);
    }

    private async Task<RequirementsAnswer> AnswerAsync(
        PostingKey key,
        RequirementsOutcome outcome,
        PresentRequirements present,
        string problem,
        CancellationToken cancellationToken
    ) => new(outcome, await SheetAsync(key, present, cancellationToken), [], problem);

    private async Task<PresentRequirements?> LoadAsync(PostingKey key, CancellationToken cancellationToken) =>
        await mirror.FindPostingAsync(key.Account, key.PostingId, cancellationToken) is { } row
            ? new PresentRequirements(
                row,
                await store.HistoryAsync(key.Account, key.PostingId, HistoryLimit, cancellationToken)
            )
            : null;

    private async Task<RequirementSheet> SheetAsync(
        PostingKey key,
        PresentRequirements present,
        CancellationToken cancellationToken
    ) =>
        RequirementSheets.Of(
            present,
            await store.CountStaleAsync(key.Account, key.PostingId, present.Version, cancellationToken)
        );

    private static string Moved(PresentRequirements present) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The requirements are at version {present.Version} by now. Look at them and make the change again."
        );

    private static ActivityRow Line(RequirementEditRow edit) =>
        new()
        {
            At = edit.EditedAt,
            Kind = "requirements-edited",
            PostingId = edit.PostingId,
            Message = $"{edit.EditedBy}: {edit.Summary} (version {edit.Version}).",
        };
}

/// <summary>A posting's requirements as they are stored now, the newest edit first.</summary>
internal sealed record PresentRequirements(PostingRow Row, IReadOnlyList<RequirementEditRow> History)
{
    public int Version => History.Count > 0 ? History[0].Version : 0;

    public RequirementList? Edited => StoredRequirements.Read(History.Count > 0 ? History[0] : null);

    public RequirementList List => Edited ?? Draft();

    /// <summary>The list after a change; null items go back to the draft.</summary>
    public EditedRequirements Next(IReadOnlyList<RequirementItem>? items) =>
        items is null
            ? new EditedRequirements.Changed(Draft())
            : RequirementEditor.Edit(
                List,
                [
                    .. items.Select(i => new RequirementWish(
                        i.Id,
                        i.Text,
                        i.IsMust ? RequirementImportance.Must : RequirementImportance.Nice,
                        i.Weight
                    )),
                ],
                Row.Title,
                string.Create(CultureInfo.InvariantCulture, $"edit-{Version + 1}")
            );

    private RequirementList Draft() => RequirementDrafter.Draft(new PostingSource(Row.Title, Row.Text));
}
