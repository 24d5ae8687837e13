using System.Security.Cryptography;
using System.Text;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Notifications;
using CiivSoft.Grains.Accounts;
using CiivSoft.Notifications;
using CiivSoft.Notifications.Messages;
using CiivSoft.Storage.Notices;

namespace CiivSoft.Grains.Notices;

/// <summary>
/// Tells operators of an account. What is told is committed first, once for each occurrence, and then sent until it was taken:
/// a crash between the two sends it again, with the same id.
/// </summary>
internal sealed class NoticeDesk(AccountContext account, NoticeServices services)
{
    private const int AtOnce = 20;

    // One failure may be a restart over there.
    private const int FailuresToTell = 3;

    private const string GoneBefore = "The webhook answered 410: it wants nothing more.";

    private readonly NoticeComposer _composer = new(account.Key, services.Senders.Settings);
    private readonly Dictionary<NoticeChannel, Finding> _failing = [];
    private bool _isWebhookGone;

    private NotifySettings Settings => services.Senders.Settings;

    /// <summary>Whether anything is told of this account.</summary>
    public bool IsOn => Settings.Covers(account.Key.Name);

    /// <summary>Ways out that do not work.</summary>
    public IEnumerable<Finding> Findings => _failing.Values;

    /// <summary>Commits what is to be told of what is seen.</summary>
    /// <param name="sight">What is seen.</param>
    /// <param name="figures">The figures of a digest that is due.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task PlanAsync(
        NoticeSight sight,
        Func<NoticeTopic.Digest, CancellationToken, Task<NoticeDigest>> figures,
        CancellationToken cancellationToken
    )
    {
        var connection = account.Connection ?? throw new InvalidOperationException("The account is not connected.");
        var known = await services.Store.WatchesAsync(account.Key, cancellationToken);
        _isWebhookGone = known.Any(w => w.Code == NoticeCodes.WebhookGone && w.Value == Webhook);
        if (_isWebhookGone)
        {
            Tell(NoticeChannel.Webhook, GoneBefore, isToBeTold: true);
        }

        var steps = new List<WatchStep>();
        foreach (var plan in NoticePlanner.Plan(sight, known))
        {
            var digest = plan.Topic is NoticeTopic.Digest span ? await figures(span, cancellationToken) : null;
            steps.Add(new WatchStep(plan.Code, plan.Before, plan.After, Notices(plan, digest)));
        }

        var forgetBefore = sight.Now - NoticePace.KeepFor;
        await services.Store.TakeAsync(account.Key, connection.Epoch, steps, forgetBefore, cancellationToken);
    }

    /// <summary>Sends what is due. Where one message is not taken the others of that way wait too.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var stuck = new HashSet<NoticeChannel>();
        foreach (var notice in await services.Store.DueAsync(account.Key, account.Now, AtOnce, cancellationToken))
        {
            if (stuck.Contains(notice.Channel))
            {
                continue;
            }

            if (!IsOpen(notice.Channel))
            {
                await GiveUpAsync(notice, "It is not set up any more.", cancellationToken);
                continue;
            }

            var delivery = await HandOverAsync(notice.Channel, notice.NoticeId, notice.Body, cancellationToken);
            await SettleAsync(notice, delivery, cancellationToken);
            if (delivery is not Delivery.Sent)
            {
                stuck.Add(notice.Channel);
            }
        }
    }

    /// <summary>Sends a test message at once and once.</summary>
    public async Task<NoticeTest> TestAsync(NoticeChannel channel, CancellationToken cancellationToken)
    {
        var notice = _composer.Test(account.Now);
        var delivery = await HandOverAsync(channel, notice.Data.Id, NoticeJson.Write(notice), cancellationToken);
        return NoticeTrial.Judge(channel, delivery, Settings, account.Key);
    }

    private string Webhook =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Settings.Webhook.Url ?? "")).AsSpan(0, 8));

    private bool IsOpen(NoticeChannel channel) =>
        channel == NoticeChannel.Email ? Settings.SendsMail : Settings.SendsWebhook && !_isWebhookGone;

    private List<NoticeRow> Notices(NoticePlan plan, NoticeDigest? digest)
    {
        if (plan.Topic is null)
        {
            return [];
        }

        var notice = _composer.Compose(plan, digest);
        return
        [
            .. new[] { NoticeChannel.Email, NoticeChannel.Webhook }
                .Where(IsOpen)
                .Select(channel => new NoticeRow
                {
                    NoticeId = notice.Data.Id,
                    Channel = channel,
                    Type = notice.Type,
                    Body = NoticeJson.Write(notice),
                    PlannedAt = account.Now,
                }),
        ];
    }

    private Task<Delivery> HandOverAsync(
        NoticeChannel channel,
        string id,
        string body,
        CancellationToken cancellationToken
    ) =>
        channel == NoticeChannel.Email
            ? services.Senders.MailAsync(body, cancellationToken)
            : services.Senders.PostAsync(id, body, cancellationToken);

    private async Task SettleAsync(NoticeRow notice, Delivery delivery, CancellationToken cancellationToken)
    {
        switch (delivery)
        {
            case Delivery.Failed failed when account.Now - notice.PlannedAt >= NoticePace.GiveUpAfter:
                await GiveUpAsync(notice, failed.Reason, cancellationToken);
                break;
            case Delivery.Failed failed:
                var tried = notice with
                {
                    Attempts = notice.Attempts + 1,
                    NotBefore = account.Now + NoticePace.After(notice.Attempts, failed.RetryAfter),
                    Reason = failed.Reason,
                };
                Tell(notice.Channel, failed.Reason, tried.Attempts >= FailuresToTell);
                await services.Store.SettleAsync(account.Key, tried, cancellationToken);
                break;
            case Delivery.Gone gone:
                _isWebhookGone = true;
                Tell(notice.Channel, gone.Reason, isToBeTold: true);
                await services.Store.CloseAsync(
                    account.Key,
                    notice.Channel,
                    new NoticeWatch
                    {
                        Code = NoticeCodes.WebhookGone,
                        Value = Webhook,
                        Since = account.Now,
                    },
                    gone.Reason,
                    cancellationToken
                );
                break;
            default:
                _failing.Remove(notice.Channel);
                var sent = notice with
                {
                    State = NoticeState.Sent,
                    Attempts = notice.Attempts + 1,
                    SettledAt = account.Now,
                    NotBefore = null,
                    Reason = null,
                };
                // Not cancelled: it was sent, and a silo that ends should not send it again.
                await services.Store.SettleAsync(account.Key, sent, CancellationToken.None);
                break;
        }
    }

    private Task GiveUpAsync(NoticeRow notice, string reason, CancellationToken cancellationToken) =>
        services.Store.SettleAsync(
            account.Key,
            notice with
            {
                State = NoticeState.GivenUp,
                SettledAt = account.Now,
                Reason = reason,
            },
            cancellationToken
        );

    private void Tell(NoticeChannel channel, string reason, bool isToBeTold)
    {
        if (isToBeTold && !_failing.ContainsKey(channel))
        {
            _failing[channel] = AccountFindings.NoticesNotTaken(channel, reason, account.Now);
        }
    }
}
