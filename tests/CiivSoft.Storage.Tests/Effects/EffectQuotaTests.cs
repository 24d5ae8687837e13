using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Tests.Databases;

namespace CiivSoft.Storage.Tests.Effects;

/// <summary>What daily quotas count, and what waits for them.</summary>
public abstract class EffectQuotaTests(StorageHost host) : StorageTests(host)
{
    private const long Epoch = 1;

    [Fact]
    public async Task What_was_or_may_have_been_written_since_counts_and_notes_do_not()
    {
        var account = await PlannedAsync(
            Rows.Move("done"),
            Rows.Move("unknown"),
            Rows.Move("gone"),
            Rows.Lead("c", "q")
        );
        var note = Rows.NoteOf(Rows.Move("done"));
        await Host.Effects.PlanAsync(account, Epoch, [note], Cancel);
        await Host.Effects.ClaimAsync(account, Epoch, Now, 10, Cancel);
        await SettleAsync(
            account,
            new EffectSettlement("move-done", EffectState.Done),
            new EffectSettlement(note.EffectId, EffectState.Done),
            new EffectSettlement("move-unknown", EffectState.Unknown),
            new EffectSettlement("move-gone", EffectState.Overtaken),
            new EffectSettlement("lead-c-q", EffectState.Done)
        );

        var written = await Host.Effects.WrittenSinceAsync(account, Now.AddHours(-1), Cancel);

        written.Select(e => e.EffectId).Order().ShouldBe(["lead-c-q", "move-done", "move-unknown"]);
        written.Single(e => e.EffectId == "lead-c-q").PostingId.ShouldBe("q");
        (await Host.Effects.WrittenSinceAsync(account, Now.AddHours(1), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_waits_for_the_next_day_is_due_then_or_when_it_is_hastened()
    {
        var account = await PlannedAsync(Rows.Move("a"), Rows.Move("b"));
        await Host.Effects.ClaimAsync(account, Epoch, Now, 10, Cancel);
        var midnight = Now.AddHours(15);
        var waits = new EffectSettlement("move-a", EffectState.Planned)
        {
            NotBefore = midnight,
            Reason = EffectReasons.QuotaReached,
        };
        await SettleAsync(account, waits, waits with { EffectId = "move-b", Reason = "another" });

        (await Host.Effects.CountWaitingAsync(account, EffectReasons.QuotaReached, Cancel)).ShouldBe(1);
        (await Host.Effects.ClaimAsync(account, Epoch, Now, 10, Cancel)).ShouldBeEmpty();
        (await Host.Effects.NextDueAsync(account, Cancel)).ShouldBe(midnight);
        (await Host.Effects.HastenAsync(account, Epoch, EffectReasons.QuotaReached, Cancel)).ShouldBe(1);
        (await Host.Effects.CountWaitingAsync(account, EffectReasons.QuotaReached, Cancel)).ShouldBe(0);
        (await Host.Effects.ClaimAsync(account, Epoch, Now, 10, Cancel)).Single().EffectId.ShouldBe("move-a");
        (await Host.Effects.ClaimAsync(account, Epoch, midnight, 10, Cancel)).Single().EffectId.ShouldBe("move-b");
    }

    private async Task<AccountKey> PlannedAsync(params EffectRow[] effects)
    {
        var account = await Host.ConnectAsync();
        await Host.Effects.PlanAsync(account, Epoch, effects, Cancel);
        return account;
    }

    private Task SettleAsync(AccountKey account, params EffectSettlement[] settlements) =>
        Host.Effects.SettleAsync(account, Epoch, Now, settlements, [], Cancel);
}

public sealed class EffectQuotaOnSqliteTests(SqliteHost host) : EffectQuotaTests(host), IClassFixture<SqliteHost>;

public sealed class EffectQuotaOnPostgresTests(PostgresHost host) : EffectQuotaTests(host), IClassFixture<PostgresHost>;
