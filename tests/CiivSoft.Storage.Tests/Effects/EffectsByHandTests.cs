using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Tests.Databases;

namespace CiivSoft.Storage.Tests.Effects;

/// <summary>What operators decide about effects and work that are stuck.</summary>
public abstract class EffectsByHandTests(StorageHost host) : StorageTests(host)
{
    private const long Epoch = 1;

    private static readonly EffectRow Move = Rows.Move("o1");
    private static readonly EffectRow Note = Rows.NoteOf(Move);

    [Fact]
    public async Task A_failed_effect_is_planned_again_with_the_note_that_was_cancelled_with_it()
    {
        var account = await PlannedAsync();
        await SettleAsync(account, EffectState.Failed);
        (await StateAsync(account, Note)).ShouldBe(EffectState.Cancelled);

        (await Host.Effects.RetryAsync(account, Epoch, [Move.EffectId], Cancel)).ShouldBe(1);

        (await StateAsync(account, Move)).ShouldBe(EffectState.Planned);
        (await StateAsync(account, Note)).ShouldBe(EffectState.Planned);
        (await Host.Effects.RetryAsync(account, Epoch, [Move.EffectId], Cancel)).ShouldBe(0);
        (await Host.Effects.ClaimAsync(account, Epoch, Now, 10, Cancel)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(EffectState.Done)]
    [InlineData(EffectState.Overtaken)]
    public async Task What_came_to_its_end_is_not_retried(EffectState end)
    {
        var account = await PlannedAsync();
        await SettleAsync(account, end);

        (await Host.Effects.RetryAsync(account, Epoch, [Move.EffectId], Cancel)).ShouldBe(0);

        (await StateAsync(account, Move)).ShouldBe(end);
    }

    [Fact]
    public async Task A_note_whose_text_was_erased_is_not_retried()
    {
        var account = await PlannedAsync();
        await SettleAsync(account, EffectState.Failed);
        await Host.Mirror.EraseContactsAsync(account, [Move.ContactId], Cancel);

        await Host.Effects.RetryAsync(account, Epoch, [Move.EffectId, Note.EffectId], Cancel);

        (await StateAsync(account, Note)).ShouldBe(EffectState.Cancelled);
    }

    [Fact]
    public async Task What_is_given_up_is_cancelled_with_its_note()
    {
        var account = await PlannedAsync();

        (await Host.Effects.GiveUpAsync(account, Epoch, Now, [Move.EffectId], Cancel)).ShouldBe(1);

        (await StateAsync(account, Move)).ShouldBe(EffectState.Cancelled);
        (await StateAsync(account, Note)).ShouldBe(EffectState.Cancelled);
    }

    [Fact]
    public async Task What_may_have_been_sent_is_not_given_up()
    {
        var account = await PlannedAsync();
        await Host.Effects.ClaimAsync(account, Epoch, Now, 10, Cancel);

        (await Host.Effects.GiveUpAsync(account, Epoch, Now, [Move.EffectId], Cancel)).ShouldBe(0);

        (await StateAsync(account, Move)).ShouldBe(EffectState.Sending);
    }

    [Fact]
    public async Task An_older_epoch_decides_nothing()
    {
        var account = await PlannedAsync();
        await Host.Accounts.TakeEpochAsync(account, Cancel);

        await Should.ThrowAsync<FencedException>(() =>
            Host.Effects.RetryAsync(account, Epoch, [Move.EffectId], Cancel)
        );
        await Should.ThrowAsync<FencedException>(() =>
            Host.Effects.GiveUpAsync(account, Epoch, Now, [Move.EffectId], Cancel)
        );
    }

    [Fact]
    public async Task The_queue_lists_and_counts_what_is_stuck()
    {
        var account = await PlannedAsync();
        await SettleAsync(account, EffectState.Failed);
        var queue = Host.Get<QueueQueries>();

        (await queue.CountAsync(account, Cancel)).Failed.ShouldBe(1);
        var line = (await queue.EffectsAsync(account, EffectState.Failed, null, 10, Cancel)).Single();
        line.EffectId.ShouldBe(Move.EffectId);
        line.Reason.ShouldBe("refused");
        (await queue.EffectsAsync(account, EffectState.Failed, line.Sequence, 10, Cancel)).ShouldBeEmpty();
        (await queue.EffectsAsync(account, EffectState.Blocked, null, 10, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_what_failed_before_is_hurried()
    {
        var account = await Host.ConnectAsync();
        var later = Now.AddHours(1);
        await Host.Work.AddAsync(
            account,
            [
                Rows.Work("failed") with
                {
                    NotBefore = later,
                    Attempts = 2,
                },
                Rows.Work("late") with
                {
                    NotBefore = later,
                },
            ],
            Cancel
        );

        (await Host.Work.HurryAsync(account, Cancel)).ShouldBe(1);

        (await Host.Work.NextAsync(account, Now, 10, Cancel)).Select(i => i.Id).ShouldBe(["failed"]);
        var putOff = await Host.Get<QueueQueries>().WorkAsync(account, isPutOff: true, Now, 10, Cancel);
        putOff.Select(i => i.Id).ShouldBe(["late"]);
    }

    private async Task<AccountKey> PlannedAsync()
    {
        var account = await Host.ConnectAsync();
        await Host.Decisions.CommitAsync(
            account,
            new DecisionCommit
            {
                Contact = Rows.Contact(Move.ContactId),
                Decisions = [new DecidedEffects(Rows.Decision("app-o1"), [Move, Note])],
            },
            Cancel
        );
        return account;
    }

    private async Task SettleAsync(AccountKey account, EffectState state)
    {
        await Host.Effects.ClaimAsync(account, Epoch, Now, 10, Cancel);
        await Host.Effects.SettleAsync(
            account,
            Epoch,
            Now,
            [new EffectSettlement(Move.EffectId, state) { Reason = "refused" }],
            [],
            Cancel
        );
    }

    private async Task<EffectState?> StateAsync(AccountKey account, EffectRow effect) =>
        (await Host.Effects.FindAsync(account, effect.EffectId, Cancel))?.State;
}

public sealed class EffectsByHandOnSqliteTests(SqliteHost host) : EffectsByHandTests(host), IClassFixture<SqliteHost>;

public sealed class EffectsByHandOnPostgresTests(PostgresHost host)
    : EffectsByHandTests(host),
        IClassFixture<PostgresHost>;
