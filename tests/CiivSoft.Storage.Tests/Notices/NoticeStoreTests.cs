using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Notifications;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Notices;
using CiivSoft.Storage.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Storage.Tests.Notices;

public abstract class NoticeStoreTests(StorageHost host) : StorageTests(host)
{
    private const long Epoch = 1;

    private INoticeStore Store => Host.Get<INoticeStore>();

    [Fact]
    public async Task A_step_and_what_it_tells_come_together_and_once()
    {
        var account = await Host.ConnectAsync();
        var begins = Begins("key-refused", Now, Notice("m1"), Notice("m1", NoticeChannel.Webhook));

        (await TakeAsync(account, begins)).ShouldBe(2);
        (await TakeAsync(account, begins)).ShouldBe(0);

        (await Store.WatchesAsync(account, Cancel)).ShouldBe([begins.After!]);
        (await DueAsync(account)).ShouldBe([Notice("m1"), Notice("m1", NoticeChannel.Webhook)]);
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_one_tells()
    {
        var account = await Host.ConnectAsync();
        await using var other = Host.Build(Host.Options);
        var stores = new[] { Store, other.GetRequiredService<INoticeStore>() };

        var planned = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    stores[i % 2]
                        .TakeAsync(
                            account,
                            Epoch,
                            [Begins("key-refused", Now.AddMilliseconds(i), Notice($"m{i}"))],
                            Now.AddDays(-30),
                            Cancel
                        )
                )
        );

        planned.Sum().ShouldBe(1);
        (await DueAsync(account)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_over_is_forgotten_and_told_anew_when_it_comes_back()
    {
        var account = await Host.ConnectAsync();
        var first = new NoticeWatch { Code = "key-refused", Since = Now };
        var gone = first with { GoneAt = Now.AddMinutes(1) };
        await TakeAsync(account, new WatchStep(first.Code, null, first, [Notice("m1")]));
        await TakeAsync(account, new WatchStep(first.Code, first, gone, []));
        (await Store.WatchesAsync(account, Cancel)).ShouldBe([gone]);
        await TakeAsync(account, new WatchStep(first.Code, gone, null, []));
        (await Store.WatchesAsync(account, Cancel)).ShouldBeEmpty();

        (await TakeAsync(account, Begins(first.Code, Now.AddHours(1), Notice("m2")))).ShouldBe(1);
    }

    [Fact]
    public async Task A_value_that_stands_elsewhere_by_now_is_not_told_of_twice()
    {
        var account = await Host.ConnectAsync();
        var old = new NoticeWatch
        {
            Code = "model",
            Value = "1",
            Since = Now,
        };
        var next = old with { Value = "2", Since = Now.AddMinutes(1) };
        await TakeAsync(account, new WatchStep("model", null, old, []));

        (await TakeAsync(account, new WatchStep("model", old, next, [Notice("m1")]))).ShouldBe(1);
        (await TakeAsync(account, new WatchStep("model", old, next with { Value = "3" }, [Notice("m2")]))).ShouldBe(0);

        (await Store.WatchesAsync(account, Cancel)).ShouldBe([next]);
    }

    [Fact]
    public async Task Whoever_lost_the_account_tells_nothing()
    {
        var account = await Host.ConnectAsync();
        await Host.Accounts.TakeEpochAsync(account, Cancel);

        await Should.ThrowAsync<FencedException>(() => TakeAsync(account, Begins("a", Now, Notice("m1"))));

        (await DueAsync(account)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_not_taken_is_due_again_later_and_what_was_taken_never()
    {
        var account = await Host.ConnectAsync();
        await TakeAsync(account, Begins("a", Now, Notice("m1"), Notice("m2") with { PlannedAt = Now.AddSeconds(1) }));
        var failed = Notice("m1") with
        {
            Attempts = 1,
            NotBefore = Now.AddSeconds(30),
            Reason = "The webhook answered 500.",
        };
        await Store.SettleAsync(account, failed, Cancel);
        (await DueAsync(account)).Select(n => n.NoticeId).ShouldBe(["m2"]);
        (await DueAsync(account, Now.AddSeconds(30)))[0].ShouldBe(failed);

        var sent = failed with { State = NoticeState.Sent, SettledAt = Now };
        await Store.SettleAsync(account, sent, Cancel);
        await Store.SettleAsync(account, failed, Cancel); // by one who sent it beside us, and failed

        (await DueAsync(account, Now.AddDays(1))).Select(n => n.NoticeId).ShouldBe(["m2"]);
    }

    [Fact]
    public async Task A_channel_that_is_closed_has_nothing_waiting()
    {
        var account = await Host.ConnectAsync();
        await TakeAsync(account, Begins("a", Now, Notice("m1"), Notice("m1", NoticeChannel.Webhook)));
        var watch = new NoticeWatch
        {
            Code = "webhook-gone",
            Value = "h1",
            Since = Now,
        };

        await Store.CloseAsync(account, NoticeChannel.Webhook, watch, "410", Cancel);
        await Store.CloseAsync(account, NoticeChannel.Webhook, watch with { Value = "h2" }, "410", Cancel);

        (await DueAsync(account)).ShouldBe([Notice("m1")]);
        (await Store.WatchesAsync(account, Cancel)).ShouldContain(watch with { Value = "h2" });
    }

    [Fact]
    public async Task What_was_settled_long_ago_is_forgotten_and_what_waits_is_not()
    {
        var account = await Host.ConnectAsync();
        await TakeAsync(account, Begins("a", Now, Notice("old"), Notice("waits")));
        await Store.SettleAsync(account, Notice("old") with { State = NoticeState.Sent, SettledAt = Now }, Cancel);
        (await CountAsync(account)).ShouldBe(2);

        await Store.TakeAsync(account, Epoch, [Begins("b", Now)], Now.AddDays(1), Cancel);

        (await CountAsync(account)).ShouldBe(1);
        (await DueAsync(account)).ShouldBe([Notice("waits")]);
    }

    [Fact]
    public async Task A_day_s_figures_are_of_what_Lever_has_and_of_that_day()
    {
        var account = await Host.ConnectAsync();
        var postings = new ScanSave
        {
            Postings = [Rows.Posting("p1"), Rows.Posting("q") with { IsConfidential = true }],
        };
        await Host.Mirror.SaveAsync(account, Epoch, postings, Cancel);
        var (move, lead, refused) = (Rows.Move("a"), Rows.Lead("c", "q"), Rows.Move("r"));
        var note = Rows.NoteOf(move);
        await Host.Effects.PlanAsync(account, Epoch, [move, lead, refused, note, Rows.Move("waits")], Cancel);
        await Host.Effects.ClaimAsync(account, Epoch, Now, 10, Cancel);
        await Host.Effects.SettleAsync(
            account,
            Epoch,
            Now,
            [
                new EffectSettlement(move.EffectId, EffectState.Done),
                new EffectSettlement(lead.EffectId, EffectState.Done),
                new EffectSettlement(note.EffectId, EffectState.Done),
                new EffectSettlement(refused.EffectId, EffectState.Failed),
            ],
            [],
            Cancel
        );

        var figures = await Store.FiguresAsync(account, Now.AddHours(-1), Now.AddHours(1), 10, Cancel);

        figures
            .Written.OrderBy(w => w.Solution)
            .Select(w => (w.Solution, w.Kind, w.Effects))
            .ShouldBe([(Solution.Arkiive, EffectKind.Lead, 1), (Solution.Fiilter, EffectKind.Move, 1)]);
        figures.Postings.Select(p => (p.PostingId, p.Title)).ShouldBe([("p1", "Nurse"), ("q", null)]);
        figures.Failed.ShouldBe(1);
        (await Store.FiguresAsync(account, Now.AddHours(1), Now.AddHours(2), 10, Cancel)).Written.ShouldBeEmpty();
        (await Store.CountFailedAsync(account, Now.AddHours(-1), Cancel)).ShouldBe(1);
        (await Store.CountFailedAsync(account, Now.AddHours(1), Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task They_are_erased_with_the_account()
    {
        var account = await Host.ConnectAsync();
        await TakeAsync(account, Begins("a", Now, Notice("m1")));

        await Host.Accounts.EraseAsync(account, Cancel);

        (await CountAsync(account)).ShouldBe(0);
        (await Store.WatchesAsync(account, Cancel)).ShouldBeEmpty();
    }

    private Task<int> TakeAsync(AccountKey account, params WatchStep[] steps) =>
        Store.TakeAsync(account, Epoch, steps, Now.AddDays(-30), Cancel);

    private Task<IReadOnlyList<NoticeRow>> DueAsync(AccountKey account, DateTimeOffset? now = null) =>
        Store.DueAsync(account, now ?? Now, 10, Cancel);

    private Task<long> CountAsync(AccountKey account) =>
        Host.Database.ReadAsync(
            session =>
                session.ScalarAsync<long>(
                    "SELECT count(*) FROM notice WHERE account = @account",
                    new { account = account.Name }
                ),
            Cancel
        );

    private static WatchStep Begins(string code, DateTimeOffset since, params NoticeRow[] notices) =>
        new(code, null, new NoticeWatch { Code = code, Since = since }, notices);

    private NoticeRow Notice(string id, NoticeChannel channel = NoticeChannel.Email) =>
        new()
        {
            NoticeId = id,
            Channel = channel,
            Type = "alert.raised",
            Body = """{"type":"alert.raised"}""",
            PlannedAt = Now,
        };
}

public sealed class NoticeStoreOnSqliteTests(SqliteHost host) : NoticeStoreTests(host), IClassFixture<SqliteHost>;

public sealed class NoticeStoreOnPostgresTests(PostgresHost host) : NoticeStoreTests(host), IClassFixture<PostgresHost>;
