using CiivSoft.Abstractions.Keys;
using CiivSoft.Simulation.Storage;
using CiivSoft.Storage.Effects;
using Dapper;

namespace CiivSoft.Simulation.Planted;

/// <summary>Bugs of the outbox.</summary>
internal static class EffectBugs
{
    public static IReadOnlyList<Bug> All { get; } =
    [
        In("no-claim", "What is about to be sent is not stored as being sent.", ClaimWithoutStoringAsync),
        In("note-first", "A note does not wait for what it tells of.", ClaimOrphansAsync),
        Settling(
            "blind-resend",
            "An unknown outcome is sent again without being read back.",
            s => s.State == EffectState.Unknown ? Planned(s) : s
        ),
        Settling(
            "one-look",
            "One look that finds nothing is enough to send again.",
            s => s is { State: EffectState.Unknown, AbsentReads: 1 } ? Planned(s) : s
        ),
        Settling(
            "blocked-failed",
            "What a missing right blocks counts as failed.",
            s => s.State == EffectState.Blocked ? s with { State = EffectState.Failed } : s
        ),
        Settling(
            "later-failed",
            "What Lever asks to send later counts as failed.",
            s =>
                s.Reason is { } r && r.StartsWith("Lever asked", StringComparison.Ordinal)
                    ? s with
                    {
                        State = EffectState.Failed,
                    }
                    : s
        ),
        Settling(
            "done-unsettled",
            "What was done stays as it was: being sent.",
            s => s.State == EffectState.Done ? s with { State = EffectState.Sending } : s
        ),
        Settling(
            "no-adoption",
            "A lead found in Lever is recorded without its id.",
            s => s.WasAdopted ? s with { ResultId = null, OpportunityId = null } : s
        ),
        In(
            "no-takeover",
            "What a dead silo was sending is never looked at again.",
            call => call.Name == "TakeOverAsync" ? Task.FromResult(0) : null
        ),
        In("takeover-at-once", "What a dead silo was sending is read back without a grace period.", TakeOverAtOnce),
        In("no-unblock", "What was blocked is never planned again.", NeverUnblock),
        In(
            "no-due-time",
            "Nobody asks when the next effect is due.",
            call => call.Name == "NextDueAsync" ? Task.FromResult<DateTimeOffset?>(null) : null
        ),
        In("unfenced", "Claiming and settling are not refused to an activation that lost its account.", IgnoreEpoch),
        In(
            "n-ignored",
            "A second run does not count the leads of the first.",
            call => call.Name == "CountLeadsAsync" ? Task.FromResult(0) : null
        ),
    ];

    private static Bug In(string name, string story, Planting planting) =>
        new(name, story) { Store = typeof(IEffectStore), InStore = planting };

    private static Bug Settling(string name, string story, Func<EffectSettlement, EffectSettlement> change) =>
        In(
            name,
            story,
            call =>
            {
                if (call.Name == "SettleAsync")
                {
                    call.Set(3, call.Get<IReadOnlyList<EffectSettlement>>(3).Select(change).ToList());
                }

                return null;
            }
        );

    private static EffectSettlement Planned(EffectSettlement settlement) =>
        new(settlement.EffectId, EffectState.Planned) { OpportunityId = settlement.OpportunityId };

    private static Task? TakeOverAtOnce(InterceptedCall call)
    {
        if (call.Name == "TakeOverAsync")
        {
            call.Set(2, TimeSpan.FromMinutes(-5));
        }

        return null;
    }

    private static Task? ClaimWithoutStoringAsync(InterceptedCall call) =>
        call.Name == "ClaimAsync" ? ForgetClaimAsync(call) : null;

    private static async Task<IReadOnlyList<EffectRow>> ForgetClaimAsync(InterceptedCall call)
    {
        var claimed = await call.ProceedAsync<IReadOnlyList<EffectRow>>();
        foreach (var effect in claimed)
        {
            await call.Silo.World.Database.Connection.ExecuteAsync(
                "UPDATE effect SET state = 0, held_by = 0 WHERE effect_id = @EffectId AND state = 1",
                new { effect.EffectId }
            );
        }

        return claimed;
    }

    private static Task? ClaimOrphansAsync(InterceptedCall call) =>
        call.Name == "ClaimAsync" ? OrphansAsync(call) : null;

    private static async Task<IReadOnlyList<EffectRow>> OrphansAsync(InterceptedCall call)
    {
        var claimed = await call.ProceedAsync<IReadOnlyList<EffectRow>>();
        return [.. claimed.Select(e => e with { ParentId = null })];
    }

    // Stores answer within the call here, so that nobody else sees the epoch put back.
    private static object? IgnoreEpoch(InterceptedCall call)
    {
        if (call.Name is not ("ClaimAsync" or "SettleAsync"))
        {
            return null;
        }

        var account = call.Get<AccountKey>(0).Name;
        var connection = call.Silo.World.Database.Connection;
        var newest = connection.ExecuteScalar<long>("SELECT epoch FROM account WHERE name = @account", new { account });
        PutEpoch(call.Get<long>(1));
        try
        {
            return call.Proceed();
        }
        finally
        {
            PutEpoch(newest);
        }

        void PutEpoch(long epoch) =>
            connection.Execute("UPDATE account SET epoch = @epoch WHERE name = @account", new { account, epoch });
    }

    private static object? NeverUnblock(InterceptedCall call) =>
        call.Name != "UnblockAsync" ? null
        : call.Count == 3 ? Task.FromResult(0)
        : Task.FromResult<IReadOnlyList<string>>([]);
}
