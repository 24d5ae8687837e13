using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Notifications;
using CiivSoft.Grains.Notices;
using CiivSoft.Notifications.Messages;
using CiivSoft.Storage;

namespace CiivSoft.Grains.Accounts;

/// <summary>What operators are told by e-mail or webhook. Told in quiet hours too, and while Lever refuses the key.</summary>
internal sealed partial class AccountGrain
{
    // A failure is news again when there was none for a day.
    private static readonly TimeSpan FailuresOf = TimeSpan.FromDays(1);

    private DateTimeOffset _noticesDueAt;

    public Task<NoticeTest> TestNoticeAsync(NoticeChannel channel, CancellationToken cancellationToken) =>
        _notices.TestAsync(channel, cancellationToken);

    private async Task NotifyAsync(CancellationToken cancellationToken)
    {
        _noticesDueAt = _account.Now + _services.Timing.NotifyEvery;
        if (_account.Connection is not { } connection)
        {
            return;
        }

        await _notices.PlanAsync(await SightAsync(connection, cancellationToken), FiguresAsync, cancellationToken);
        await _notices.SendAsync(cancellationToken);
    }

    private async Task<NoticeSight> SightAsync(AccountConnection connection, CancellationToken cancellationToken)
    {
        var now = _account.Now;
        var state = _account.State;
        var settings = _services.Notices.Senders.Settings;
        var today = await _quotas.UseAsync(Hours.DayAt(now), cancellationToken);
        var failed = await _services.Notices.Store.CountFailedAsync(_account.Key, now - FailuresOf, cancellationToken);
        Finding[] failures = failed > 0 ? [NoticeWords.Failed(failed, now)] : [];
        return new NoticeSight
        {
            Now = now,
            Troubles =
            [
                .. state
                    .Findings.Values.Concat(ScheduleFindings())
                    .Concat(QuotaFindings(today))
                    .Concat(failures)
                    .Where(NoticeWords.IsAlert),
            ],
            Values = ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>
                .Empty.Add(NoticeCodes.Model, WatchedValues.OfModel(_services.Notices.Engine))
                .Add(NoticeCodes.Configuration, WatchedValues.OfConfiguration(state, connection.Record)),
            DigestDueAt = settings.Digest ? Hours.LastAt(new TimeOnly(settings.DigestHour, 0), now) : null,
            ScanEvery = state.Settings.ScanEvery,
        };
    }

    private async Task<NoticeDigest> FiguresAsync(NoticeTopic.Digest span, CancellationToken cancellationToken) =>
        NoticeDigests.Of(
            span,
            await GetStatusAsync(),
            await _services.Notices.Store.FiguresAsync(
                _account.Key,
                span.From,
                span.To,
                NoticeDigests.Postings,
                cancellationToken
            ),
            await _services.Lines.CountAsync(_account.Key, span.From, span.To, cancellationToken)
        );

    // Whatever is wrong with telling must not hold up the work that is told of.
    private Task NotToldAsync(Exception failure)
    {
        if (failure is FencedException)
        {
            return FailedAsync(failure);
        }

        _services.Metrics.Failed("notices");
        LogNoticesFailed(failure);
        return Task.CompletedTask;
    }
}
