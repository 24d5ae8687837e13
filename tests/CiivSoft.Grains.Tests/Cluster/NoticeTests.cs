using System.Diagnostics;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Notifications;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Notifications.Mail;
using CiivSoft.Notifications.Messages;
using CiivSoft.Notifications.Tests.Support;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Notices;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>What a receiver over real HTTP is told of an account.</summary>
public sealed class NoticeTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_revoked_key_is_told_once_and_again_when_it_happens_again()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await using var told = await ListenAsync(account);
        await account.ConnectAsync();
        await RevokeAsync(account);

        var alert = await UntilToldAsync(told, "key-refused", 1);
        alert.IsSignedWith(Secret, silo.Clock.GetUtcNow()).ShouldBeTrue();
        alert.Id.ShouldBe(Read(alert).Data.Id);
        Read(alert).Data.Account.ShouldBe(account.Key.Name);
        alert.Body.ShouldNotContain(LeverProcess.AllRights);

        // Another activation knows what was told.
        await silo.DeactivateAsync(account.Grain);
        await LookedAsync(account);
        silo.Clock.Advance(TimeSpan.FromMinutes(6));
        await UntilToldAsync(told, "disconnected", 1);
        await account.Lever.RightsAsync(LeverProcess.AllRights, "restore");
        (await account.ConnectWithAsync(LeverProcess.AllRights)).Connected.ShouldBeTrue();
        await account.SettleAsync();
        await LookedAsync(account);
        silo.Clock.Advance(TimeSpan.FromMinutes(11));
        await LookedAsync(account);
        Told(told, "key-refused").Count.ShouldBe(1);

        await RevokeAsync(account);
        var again = await UntilToldAsync(told, "key-refused", 2);
        again.Id.ShouldNotBe(alert.Id);
        silo.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_setting_is_told_with_both_values_and_a_digest_comes_the_next_day()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await using var told = await ListenAsync(account);
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.ConnectAsync();
        await account.Lever.ApplyAsync("nurse", "Nina Example", Samples.NurseResume, "nina@example.com");
        await account.ScanAsync();
        await LookedAsync(account);
        var settings = (await account.Grain.GetStatusAsync()).Settings;

        await account.Grain.ConfigureAsync(
            settings with
            {
                Quotas = new DailyQuotas { Fiilter = 40 },
            },
            CancellationToken.None
        );

        // What the test's own connecting changed may be told of before.
        await account.UntilAsync(
            "the change is told",
            _ =>
                Told(told, "configuration")
                    .Any(t => Read(t).Data.Changes.Contains(new NoticeChange("quotas.fiilter", "none", "40")))
        );

        silo.Clock.Advance(TimeSpan.FromDays(1));
        var digest = await UntilToldAsync(told, "digest", 1);
        var figures = Read(digest).Data.Digest.ShouldNotBeNull();
        figures.Solutions.Single(s => s.Solution == "FiiLTER").ShouldBe(new NoticeResult("FiiLTER", 1, 1, 0));
        figures.Postings.ShouldBe([new NoticePosting("nurse", "Registered Nurse", 1)]);
        digest.Body.ShouldNotContain("Nina");
        digest.Body.ShouldNotContain("nina@");
        await LookedAsync(account);
        Told(told, "digest").Count.ShouldBe(1);
        silo.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_crash_between_sending_and_noting_repeats_with_the_same_id()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await using var told = await ListenAsync(account);
        await account.ConnectAsync();
        await LookedAsync(account);
        (silo.Notices.IsNotDone, silo.Notices.Next) = (true, nameof(INoticeStore.SettleAsync));
        await RevokeAsync(account);

        await UntilToldAsync(told, "key-refused", 2);

        await LookedAsync(account);
        Told(told, "key-refused").Count.ShouldBe(2);
        Told(told, "key-refused").Select(t => (t.Id, t.Body)).Distinct().ShouldHaveSingleItem();
        silo.Errors.ShouldHaveSingleItem().ShouldContain("Telling operators failed");
        silo.Errors.Clear();
    }

    [Fact]
    public async Task What_is_not_taken_is_sent_again_and_the_account_says_so()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await using var told = await ListenAsync(account);
        await account.ConnectAsync();
        await LookedAsync(account);
        told.AnswersOnce(500);
        told.AnswersOnce(503);
        told.AnswersOnce(500);
        await RevokeAsync(account);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await UntilToldAsync(told, "key-refused", attempt);
            await LookedAsync(account);
            silo.Clock.Advance(TimeSpan.FromSeconds(attempt == 3 ? 0 : 125));
        }

        var failing = await account.UntilAsync("it says so", s => s.Findings.Any(f => f.Code == "notices-fail"));
        failing.Findings.Single(f => f.Code == "notices-fail").Message.ShouldContain("500");
        silo.Clock.Advance(TimeSpan.FromMinutes(5));
        await UntilToldAsync(told, "key-refused", 4);
        await account.UntilAsync("it works again", s => s.Findings.All(f => f.Code != "notices-fail"));
        Told(told, "key-refused").Select(t => t.Id).Distinct().ShouldHaveSingleItem();
        silo.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receiver_that_is_gone_gets_nothing_more()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await using var told = await ListenAsync(account);
        await account.ConnectAsync();
        await LookedAsync(account);
        told.AnswersOnce(410);
        await RevokeAsync(account);
        await account.UntilAsync(
            "it says so",
            s => s.Findings.Any(f => f.Message.Contains("410", StringComparison.Ordinal))
        );
        var before = told.Taken.Count;

        silo.Clock.Advance(TimeSpan.FromDays(1));
        await LookedAsync(account);
        await silo.DeactivateAsync(account.Grain);
        await LookedAsync(account);

        told.Taken.Count.ShouldBe(before);
        (await account.Grain.GetStatusAsync()).Findings.ShouldContain(f => f.Code == "notices-fail");
    }

    [Fact]
    public async Task A_right_that_every_scan_misses_and_a_quota_are_told_once()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await using var told = await ListenAsync(account);
        await account.Lever.PostAsync("old", "Old posting", Samples.ChefPosting, "closed");
        await account.Lever.RememberAsync("nina", "old", Samples.NurseResume, "nina@example.com");
        await account.ConnectAsync(
            key: LeverProcess.ArticleExact,
            settings: s => s with { Quotas = new DailyQuotas { Fiilter = 1 } }
        );
        await account.Lever.PostAsync("nurse", "Registered Nurse", Samples.NursePosting);
        await account.Lever.ApplyAsync("nurse", "Nora Example", Samples.NurseResume);
        await account.Lever.ApplyAsync("nurse", "Nell Example", Samples.NurseResume);
        await account.ScanAsync();
        await UntilToldAsync(told, "quota-reached", 1);
        await UntilToldAsync(told, "right-missing:Create an opportunity", 1);

        for (var scan = 0; scan < 3; scan++)
        {
            silo.Clock.Advance(TimeSpan.FromMinutes(25));
            await account.ScanAsync();
            await LookedAsync(account);
        }

        Told(told, "quota-reached").Count.ShouldBe(1);
        Told(told, "right-missing:Create an opportunity").Count.ShouldBe(1);
        silo.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Lever_refuses_for_good_is_told()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await using var told = await ListenAsync(account);
        await account.ConnectAsync(AccountMode.Shadow); // so that the account leaves the effect to the test
        var record = await silo.Store<IAccountStore>().FindAsync(account.Key, CancellationToken.None);
        var epoch = record.ShouldNotBeNull().Epoch;
        var effect = Rows.Effect(state: EffectState.Planned);
        var effects = silo.Store<IEffectStore>();
        await effects.PlanAsync(account.Key, epoch, [effect], CancellationToken.None);
        await effects.ClaimAsync(account.Key, epoch, silo.Clock.GetUtcNow(), 10, CancellationToken.None);
        await effects.SettleAsync(
            account.Key,
            epoch,
            silo.Clock.GetUtcNow(),
            [new EffectSettlement(effect.EffectId, EffectState.Failed) { Reason = "422" }],
            [],
            CancellationToken.None
        );

        var alert = Read(await UntilToldAsync(told, "effects-failed", 1));

        alert.Data.Message.ShouldStartWith("Lever refused 1 change within a day.");
    }

    [Fact]
    public async Task By_two_ways_the_same_is_told_and_one_that_fails_does_not_hold_up_the_other()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await using var told = await ListenAsync(account);
        await using var mail = SmtpListener.Start();
        mail.AnswersData = "451 come back";
        silo.Notify.To = "ops@example.com";
        silo.Notify.Smtp.Host = "127.0.0.1";
        silo.Notify.Smtp.Port = mail.Port;
        silo.Notify.Smtp.Tls = SmtpTls.None;
        silo.Notify.Smtp.From = "ciivsoft@example.com";
        try
        {
            await account.ConnectAsync();
            await RevokeAsync(account);
            var alert = await UntilToldAsync(told, "key-refused", 1);
            await account.UntilAsync("it was tried by mail", _ => !mail.Messages.IsEmpty);
            mail.AnswersData = null;
            silo.Clock.Advance(TimeSpan.FromMinutes(1));

            await account.UntilAsync(
                "it was tried again",
                _ => mail.Messages.Count(m => m.Contains(alert.Id, StringComparison.Ordinal)) > 1
            );

            await LookedAsync(account);
            Told(told, "key-refused").Count.ShouldBe(1);
        }
        finally
        {
            silo.Notify.To = null;
        }
    }

    [Fact]
    public async Task A_test_message_says_what_became_of_it()
    {
        await using var account = await TestAccount.StartAsync(silo);
        await using var told = await ListenAsync(account);
        await account.ConnectAsync();

        var sent = await account.Desk.TestNoticeAsync(NoticeChannel.Webhook, CancellationToken.None);
        told.AnswersOnce(401);
        var refused = await account.Desk.TestNoticeAsync(NoticeChannel.Webhook, CancellationToken.None);
        var nobody = await account.Desk.TestNoticeAsync(NoticeChannel.Email, CancellationToken.None);

        sent.ShouldBe(new NoticeTest(true, told.Address.Authority, "The message was taken.", null));
        Told(told, "test").Count.ShouldBe(2);
        (refused.IsSent, refused.Remedy).ShouldBe((false, refused.Remedy.ShouldNotBeNull()));
        refused.Message.ShouldContain("401");
        nobody.Message.ShouldContain("CIIVSOFT__NOTIFY__TO");
    }

    // The silo tells one receiver of all its accounts, those of the tests before too.
    private async Task<Receiver> ListenAsync(TestAccount account)
    {
        var receiver = await Receiver.StartAsync(account.Key.Name);
        silo.Notify.Webhook.Url = receiver.Address.AbsoluteUri;
        silo.Notify.Webhook.Secret = Secret;
        return receiver;
    }

    private static async Task RevokeAsync(TestAccount account)
    {
        await account.Lever.RightsAsync(LeverProcess.AllRights, "revoke");
        await account.Grain.ScanAsync(CancellationToken.None);
        await account.UntilAsync("the key is suspect", s => s.Connection == ConnectionStatus.Suspect);
    }

    // A look that began after this was asked for is through: a look reads what was told first, and the one before it is over then.
    private async Task LookedAsync(TestAccount account)
    {
        var before = Looks();
        await account.UntilAsync("there was a look for what is to be told", _ => Looks() >= before + 3);

        int Looks() => silo.Notices.CountOf(nameof(INoticeStore.DueAsync), account.Key);
    }

    private static List<Received> Told(Receiver receiver, string code) =>
        [.. receiver.Taken.Where(t => Read(t).Data.Code == code)];

    private static NoticeDocument Read(Received received) => NoticeJson.Read(received.Body);

    private static async Task<Received> UntilToldAsync(Receiver receiver, string code, int times)
    {
        var watch = Stopwatch.StartNew();
        while (Told(receiver, code).Count < times)
        {
            var all = string.Join(", ", receiver.Taken.Select(t => Read(t).Data.Code));
            (watch.Elapsed < Patience).ShouldBeTrue($"'{code}' was not told {times} times; told was: {all}");
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }

        return Told(receiver, code)[^1];
    }
}
