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
    private const int LeastInFlight = 3;
    private const int MostInFlight = 16;

    // So many at once, and the effects beside them, use the rate where Lever takes that long to answer. More would only be read
    // again when a silo dies, and where Lever is quick fewer do.
    private static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(0.6);

    // Between two calls of an item: a document is read, a decision stored.
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromSeconds(0.25);

    private readonly Dictionary<(WorkKind, string), WorkPriority> _inFlight = [];

    public int InFlight => _inFlight.Count;

    private int InFlightAtMost =>
        InFlightAt(
            account.State.Settings.CallsPerSecond,
            account.Connection?.Permits.AnswersTake,
            account.Connection?.Permits.Unused ?? 0
        );

    /// <summary>How many items are in hand at once.</summary>
    /// <param name="callsPerSecond">What Lever permits.</param>
    /// <param name="answersTake">How long Lever takes to answer; null where it is not known: then as if it took long.</param>
    /// <param name="unused">
    /// Calls that nobody asks for: those in hand wait for something else, such as a silo that died or the pause after a failed read,
    /// and so many more go on beside them; at most twice as many again, since what they wait for may be Lever itself, or a document.
    /// </param>
    public static int InFlightAt(double callsPerSecond, TimeSpan? answersTake, int unused)
    {
        var call = answersTake + BetweenCalls is { } quick && quick < SlowAnswer ? quick : SlowAnswer;
        var enough = Math.Max(LeastInFlight, Math.Ceiling(callsPerSecond * call.TotalSeconds));
        return (int)Math.Min(enough + Math.Min(unused, 2 * enough), MostInFlight);
    }

    /// <summary>Starts what is due and fits. Returns when more may be due; null when nothing waits.</summary>
    public async Task<DateTimeOffset?> TopUpAsync(Action onFinished, CancellationToken cancellationToken)
    {
        var atMost = InFlightAtMost;
        var asked = atMost + _inFlight.Count;
        var before = _inFlight.Keys.ToHashSet(); // what ends meanwhile may still be among what was read
        var due = await queue.NextAsync(account.Key, account.Now, asked, cancellationToken);
        foreach (var item in due.Where(i => !before.Contains((i.Kind, i.Id)) && !_inFlight.ContainsKey((i.Kind, i.Id))))
        {
            if (!HasRoomFor(item, atMost))
            {
                break;
            }

            _inFlight[(item.Kind, item.Id)] = item.Priority;
            _ = RunAsync(item, onFinished, cancellationToken);
        }

        // Only when all that is due is in hand does it matter what comes later; counting a long queue each time would not do.
        var isMoreDue = due.Count == asked || due.Any(i => !_inFlight.ContainsKey((i.Kind, i.Id)));
        return isMoreDue ? account.Now : await queue.NextDueAsync(account.Key, account.Now, cancellationToken);
    }

    // Some room is kept free of the backlog, so that a new application never waits for a slow backlog item to end.
    private bool HasRoomFor(WorkItem item, int atMost)
    {
        var backlog = _inFlight.Values.Count(p => p == WorkPriority.Backfill);
        return item.Priority == WorkPriority.Backfill
            ? _inFlight.Count < atMost && backlog < atMost * 3 / 4
            : _inFlight.Count < atMost || _inFlight.Count == backlog;
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
            _inFlight.Remove((item.Kind, item.Id));
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
