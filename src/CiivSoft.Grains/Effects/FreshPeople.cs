using CiivSoft.Grains.Accounts;
using CiivSoft.Lever;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Grains.Effects;

/// <summary>
/// People as Lever shows them now. Lever lists the opportunities of several contacts in one call, so those who are about to
/// become leads of one posting are read together, and so are those whose leads or moves are in doubt.
/// </summary>
internal sealed class FreshPeople(AccountContext account)
{
    // More could not be written within the limit at Lever's ten calls a second, and would be read again.
    private const int TogetherAtMost = 8;

    private readonly Dictionary<string, Reading> _readings = new(StringComparer.Ordinal);

    public bool IsFresh(string contactId) =>
        _readings.TryGetValue(contactId, out var last) && account.Now - last.At <= Freshness.Limit;

    /// <summary>The person's opportunities. What Lever sent and cannot be read may be of them, and is counted as broken.</summary>
    /// <param name="contactId">The person.</param>
    /// <param name="alsoWanted">Who will be asked for next; read along as far as it helps.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<LeverPage<LeverOpportunity>> ReadAsync(
        string contactId,
        IEnumerable<string> alsoWanted,
        CancellationToken cancellationToken
    )
    {
        if (!IsFresh(contactId) || _readings[contactId].Answer.IsFaulted)
        {
            Begin([contactId, .. alsoWanted.Where(id => !IsFresh(id)).Take(TogetherAtMost - 1)], cancellationToken);
        }

        var reading = _readings[contactId];
        var found = await PageOfAsync(contactId, reading);
        if (found is { Items.Count: > 0, Broken: 0 } || !reading.IsShared)
        {
            return found;
        }

        // To conclude that somebody or something is gone takes a look at them alone: what is broken may be another's.
        Begin([contactId], cancellationToken);
        return await PageOfAsync(contactId, _readings[contactId]);
    }

    /// <summary>The same of one whose lead or move is in doubt: what was read before tells nothing of it.</summary>
    /// <param name="since">When it began to be looked for.</param>
    /// <param name="contactId">The person.</param>
    /// <param name="alsoInDoubt">Who will be looked for next.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<LeverPage<LeverOpportunity>> ReadSinceAsync(
        DateTimeOffset since,
        string contactId,
        IEnumerable<string> alsoInDoubt,
        CancellationToken cancellationToken
    )
    {
        var beside = alsoInDoubt.ToList();
        foreach (var old in beside.Append(contactId).Where(id => _readings.TryGetValue(id, out var r) && r.At < since))
        {
            _readings.Remove(old);
        }

        return ReadAsync(contactId, beside, cancellationToken);
    }

    private static async Task<LeverPage<LeverOpportunity>> PageOfAsync(string contactId, Reading reading)
    {
#pragma warning disable VSTHRD003 // The task was begun by this very object on the activation's scheduler.
        var all = await reading.Answer;
#pragma warning restore VSTHRD003
        return all with { Items = [.. all.Items.Where(o => o.ContactId == contactId)] };
    }

    /// <summary>Somebody was written to: what was read of them before is old.</summary>
    public void Forget(string contactId) => _readings.Remove(contactId);

    private void Begin(IReadOnlyList<string> contactIds, CancellationToken cancellationToken)
    {
        foreach (var old in _readings.Keys.Where(id => !IsFresh(id)).ToList())
        {
            _readings.Remove(old);
        }

        var reading = new Reading(account.Now, contactIds.Count > 1, ReadNowAsync(contactIds, cancellationToken));
        foreach (var id in contactIds)
        {
            _readings[id] = reading;
        }
    }

    private async Task<LeverPage<LeverOpportunity>> ReadNowAsync(
        IReadOnlyList<string> contactIds,
        CancellationToken cancellationToken
    )
    {
        var (found, broken) = (new List<LeverOpportunity>(), 0);
        var query = new OpportunityQuery
        {
            ContactIds = contactIds,
            Confidentiality = account.State.Settings.IncludeConfidential
                ? LeverConfidentiality.All
                : LeverConfidentiality.NonConfidential,
        };
        await foreach (
            var page in account.Connection!.Lever.ListOpportunitiesAsync(query, LeverPriority.Effect, cancellationToken)
        )
        {
            found.AddRange(page.Items);
            broken += page.Broken + page.Items.Count(o => o.ContactId is null || o.StageId is null);
        }

        return new LeverPage<LeverOpportunity>(found) { Broken = broken };
    }

    private sealed record Reading(DateTimeOffset At, bool IsShared, Task<LeverPage<LeverOpportunity>> Answer);
}
