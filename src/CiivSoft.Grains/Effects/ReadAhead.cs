using CiivSoft.Grains.Accounts;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Effects;

/// <summary>
/// Reads what the next effects rest on, and takes the permits for their writes, before they are claimed. What is claimed when a
/// silo dies is in doubt and is looked for in Lever up to three times: so at a low rate nothing is claimed while it waits for its turn.
/// </summary>
internal sealed class ReadAhead(
    AccountContext account,
    IEffectStore effects,
    FreshPostings postings,
    FreshPeople people,
    FreshApplications applications
)
{
    private const int ReadsOfEffect = 2;

    /// <summary>The permits for the writes; none where nothing is read ahead, and each effect takes its own.</summary>
    /// <param name="isHeld">Which effects would not be sent now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<RoundPermits> ReadAsync(Func<EffectRow, bool> isHeld, CancellationToken cancellationToken)
    {
        var connection = account.Connection!;
        var writes = await ReadNextAsync(connection, isHeld, cancellationToken);
        for (var taken = 0; taken < writes; taken++)
        {
            await connection.Permits.WaitAsync(LeverPriority.Effect, cancellationToken);
        }

        return new RoundPermits(connection.Permits, writes);
    }

    // How many writes follow.
    private async Task<int> ReadNextAsync(
        AccountConnection connection,
        Func<EffectRow, bool> isHeld,
        CancellationToken cancellationToken
    )
    {
        // Rounds beside each other would read ahead for the same effects; and they are quick.
        var pace = account.Pace;
        if (pace.Lanes > 1)
        {
            return 0;
        }

        var next = await effects.NextAsync(account.Key, account.Now, pace.Roots, cancellationToken);
        var parents = next.Where(e =>
                e is { State: EffectState.Planned, Kind: EffectKind.Lead or EffectKind.Move } && !isHeld(e)
            )
            .ToList();
        var writes = parents.Count + next.Count(note => parents.Exists(e => e.EffectId == note.ParentId));
        var calls = (parents.Count * ReadsOfEffect) + writes;
        if (calls > account.State.Settings.CallsPerSecond * Freshness.Limit.TotalSeconds)
        {
            return 0; // What is read would be old when it is the turn of the write.
        }

        try
        {
            await Task.WhenAll(parents.Select(e => ReadAsync(e, cancellationToken)));
            return writes;
        }
        catch (Exception failure) when (failure is LeverException or ArgumentException)
        {
            return 0; // The effect meets the same, and is settled by it.
        }
    }

    private async Task ReadAsync(EffectRow effect, CancellationToken cancellationToken)
    {
        if (effect.Kind == EffectKind.Lead)
        {
            await people.ReadAsync(effect.ContactId, [], cancellationToken);
            await postings.ReadAsync(effect.Target, cancellationToken);
        }
        else if (effect.PostingId is { } posting)
        {
            await applications.ReadAsync(effect.Subject, effect.ContactId, cancellationToken);
            await postings.ReadAsync(posting, cancellationToken);
        }
    }
}
