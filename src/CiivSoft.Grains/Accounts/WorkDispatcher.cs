using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Postings;
using CiivSoft.Grains.Rerunning;
using CiivSoft.Grains.Telemetry;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Accounts;

/// <summary>
/// Hands queued work to candidate and posting grains, a bounded number at once, most urgent first. The grain that did the
/// work removes it from the queue together with its decisions; here only failures are put off.
/// </summary>
internal sealed class WorkDispatcher(
    AccountContext account,
    IWorkStore queue,
    IGrainFactory grains,
    Func<WorkOutcome, Task> onOutcome,
    Action<WorkItem, Exception> onFailure
)
{
    private readonly WorkInHand _inHand = new();

    public int InHand => _inHand.Count;

    /// <summary>Starts what is due and fits. Returns when more may be due; null when nothing waits.</summary>
    public async Task<DateTimeOffset?> TopUpAsync(Action onFinished, CancellationToken cancellationToken)
    {
        var atMost = WorkInHand.AtMost(
            account.State.Settings.CallsPerSecond,
            account.Connection?.Permits.AnswersTake,
            account.Connection?.Permits.Unused ?? 0
        );
        var asked = atMost + _inHand.Count;
        var before = _inHand.Snapshot(); // what ends meanwhile may still be among what was read
        var due = await queue.NextAsync(account.Key, account.Now, asked, cancellationToken);
        foreach (var item in due.Where(i => !before.Contains((i.Kind, i.Id)) && !_inHand.Holds(i)))
        {
            if (_inHand.HasRoomFor(item, atMost))
            {
                _inHand.Add(item);
                _ = RunAsync(item, onFinished, cancellationToken);
            }
        }

        // Only when all that is due is in hand does it matter what comes later; counting a long queue each time would not do.
        var isMoreDue = due.Count == asked || due.Any(i => !_inHand.Holds(i));
        return isMoreDue ? account.Now : await queue.NextDueAsync(account.Key, account.Now, cancellationToken);
    }

    private async Task RunAsync(WorkItem item, Action onFinished, CancellationToken cancellationToken)
    {
        var version = account.Connection!.Version;
        using var span = GrainTraces.Begin(item, account.Key);
        try
        {
            var outcome = await CallAsync(item, cancellationToken);
            // A key that was replaced meanwhile says nothing about the new one.
            if (outcome.Trouble != WorkTrouble.KeyRefused || account.Connection?.Version == version)
            {
                await onOutcome(outcome);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The activation ends; the item is still queued.
        }
#pragma warning disable CA1031 // Whatever one item fails for must not stop the others; it is put off, logged and counted.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            onFailure(item, failure);
            await PostponeAsync(item, failure);
        }
        finally
        {
            _inHand.Remove(item);
            onFinished();
        }
    }

    private Task<WorkOutcome> CallAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var order = OrderFor(item);
        return item.Kind switch
        {
            WorkKind.Contact => ProcessAsync(item.Id, order, cancellationToken),
            WorkKind.Rerun when RerunItem.Parse(item.Id) is var (contactId, applicationId) => ProcessAsync(
                contactId,
                order with
                {
                    RerunOf = applicationId,
                },
                cancellationToken
            ),
            WorkKind.Posting => grains
                .GetGrain<IPostingGrain>(new PostingKey(account.Key, item.Id).ToString())
                .RunArkiiveAsync(order, cancellationToken),
            _ => throw new InvalidOperationException($"There is no work {item.Kind} {item.Id}."),
        };
    }

    private Task<WorkOutcome> ProcessAsync(string contactId, WorkOrder order, CancellationToken cancellationToken) =>
        grains
            .GetGrain<ICandidateGrain>(new CandidateKey(account.Key, contactId).ToString())
            .ProcessAsync(order, cancellationToken);

    private WorkOrder OrderFor(WorkItem item)
    {
        var state = account.State;
        return new WorkOrder
        {
            WorkVersion = item.Version,
            Attempts = item.Attempts,
            Urgency = WorkItems.UrgencyOf(item.Priority),
            IsShadow = state.Mode == AccountMode.Shadow,
            Settings = state.Settings,
            PostingsVersion = state.PostingsVersion,
            Stages = state.Stages,
            Cause = item is { Kind: WorkKind.Posting, Attempts: 0, Reason: { } cause }
                ? cause
                : Scans.ArkiiveCauses.Opened,
            HiredReasonId = state.EffectiveHiredReason,
            ConnectionVersion = account.Connection!.Version,
            PostingModes = state.RestrictedPostings(),
        };
    }

    private async Task PostponeAsync(WorkItem item, Exception failure) =>
        await queue.PostponeAsync(
            account.Key,
            item,
            account.Now + WorkItems.Backoff(item.Attempts),
            failure.GetType().Name,
            CancellationToken.None
        );
}
