using CiivSoft.Abstractions.Keys;
using CiivSoft.Notifications;
using CiivSoft.Notifications.Messages;

namespace CiivSoft.Grains.Notices;

/// <summary>Writes messages. Pure.</summary>
internal sealed class NoticeComposer(AccountKey account, NotifySettings settings)
{
    /// <summary>The message of a plan.</summary>
    /// <param name="plan">One that has a topic.</param>
    /// <param name="digest">The figures, for a digest.</param>
    public NoticeDocument Compose(NoticePlan plan, NoticeDigest? digest)
    {
        var since = plan.After?.Since ?? throw new ArgumentException($"{plan.Code} tells nothing.", nameof(plan));
        return plan.Topic switch
        {
            NoticeTopic.Trouble { Finding: var finding } => Of(
                NoticeTypes.Alert,
                plan.Code,
                since,
                NoticeWords.TitleOf(finding),
                NoticeWords.WithoutIds(finding).Message,
                finding.Remedy
            ),
            NoticeTopic.Changed { Changes: var changes } => Changed(plan.Code, since, [.. changes]),
            NoticeTopic.Digest when digest is not null => Digest(since, digest),
            _ => throw new ArgumentException($"{plan.Code} tells nothing.", nameof(plan)),
        };
    }

    public NoticeDocument Test(DateTimeOffset now) =>
        Of(
            NoticeTypes.Test,
            NoticeCodes.Test,
            now,
            "This is a test",
            "An operator asked for this message with 'ciivsoft notify test'. Alerts and digests of the account come this way.",
            remedy: null
        );

    private NoticeDocument Changed(string code, DateTimeOffset since, IReadOnlyList<NoticeChange> changes)
    {
        var isModel = code == NoticeCodes.Model;
        var message = Of(
            NoticeTypes.Change,
            code,
            since,
            isModel ? "The model is another one" : "The configuration was changed",
            isModel
                ? "What is decided from now on is decided by another model or policy. Decisions that were made stay as they are."
                : "Settings of the account are others than before. The activity says who changed them.",
            isModel ? "Nothing, if it was meant. 'ciivsoft rerun' decides again where that is wanted." : null
        );
        return message with { Data = message.Data with { Changes = changes } };
    }

    private NoticeDocument Digest(DateTimeOffset since, NoticeDigest digest)
    {
        var message = Of(
            NoticeTypes.Digest,
            NoticeCodes.Digest,
            since,
            NoticeDigests.TitleOf(digest),
            FormattableString.Invariant(
                $"What CiivSoft did from {digest.From:u} to {digest.To:u}. The account is {digest.Connection} and in mode {digest.Mode}."
            ),
            remedy: null
        );
        return message with { Data = message.Data with { Digest = digest } };
    }

    private NoticeDocument Of(
        string type,
        string code,
        DateTimeOffset since,
        string title,
        string message,
        string? remedy
    ) =>
        new()
        {
            Type = type,
            Timestamp = since,
            Data = new NoticeData
            {
                Id = NoticeIds.Of(account, code, since),
                Account = account.Name,
                Code = code,
                Title = title,
                Message = message,
                Remedy = remedy,
                Link = settings.PageOf(account.Name),
            },
        };
}
