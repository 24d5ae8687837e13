using System.Collections.Immutable;
using System.Text.Json;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;
using CiivSoft.Notifications.Messages;
using CiivSoft.Storage.Notices;

namespace CiivSoft.Grains.Notices;

/// <summary>
/// What is told, of what stands now and what was told of before. Pure. A trouble is told once, and again only after it was away
/// for a while; a value when it is another one; a digest when its hour has passed.
/// </summary>
internal static class NoticePlanner
{
    // What comes back within it is the same occurrence.
    private static readonly TimeSpan AwayFor = TimeSpan.FromMinutes(10);

    // A right that is missing is asked for once a scan, and seems to be back in between.
    private const int ScansWithoutRefusal = 3;

    private static readonly TimeSpan LongestDigest = TimeSpan.FromDays(7);

    public static IReadOnlyList<NoticePlan> Plan(NoticeSight sight, IEnumerable<NoticeWatch> watches)
    {
        var known = watches.ToDictionary(w => w.Code, StringComparer.Ordinal);
        var troubles = sight.Troubles.DistinctBy(t => t.Code).ToDictionary(t => t.Code, StringComparer.Ordinal);
        return
        [
            .. troubles.Values.Select(t => Seen(t, known.GetValueOrDefault(t.Code), sight.Now)).OfType<NoticePlan>(),
            .. known
                .Values.Where(w => IsTrouble(w) && !troubles.ContainsKey(w.Code))
                .Select(w => NotSeen(w, sight))
                .OfType<NoticePlan>(),
            .. sight
                .Values.Select(v => Compare(v.Key, v.Value, known.GetValueOrDefault(v.Key), sight.Now))
                .OfType<NoticePlan>(),
            .. Digest(sight, known.GetValueOrDefault(NoticeCodes.Digest)),
        ];
    }

    private static bool IsTrouble(NoticeWatch watch) =>
        watch.Code
            is not (NoticeCodes.Configuration or NoticeCodes.Model or NoticeCodes.Digest or NoticeCodes.WebhookGone);

    private static NoticePlan? Seen(Finding trouble, NoticeWatch? known, DateTimeOffset now) =>
        known switch
        {
            null => new NoticePlan(
                trouble.Code,
                Before: null,
                new NoticeWatch { Code = trouble.Code, Since = now },
                new NoticeTopic.Trouble(trouble)
            ),
            { GoneAt: not null } => new NoticePlan(trouble.Code, known, known with { GoneAt = null }, Topic: null),
            _ => null,
        };

    private static NoticePlan? NotSeen(NoticeWatch known, NoticeSight sight) =>
        known.GoneAt is not { } goneAt
            ? new NoticePlan(known.Code, known, known with { GoneAt = sight.Now }, Topic: null)
        : sight.Now - goneAt >= AwayOf(known.Code, sight.ScanEvery)
            ? new NoticePlan(known.Code, known, After: null, Topic: null)
        : null;

    private static TimeSpan AwayOf(string code, TimeSpan scanEvery)
    {
        var scans = code.StartsWith(AccountFindings.RightMissing, StringComparison.Ordinal)
            ? scanEvery * ScansWithoutRefusal
            : TimeSpan.Zero;
        return scans > AwayFor ? scans : AwayFor;
    }

    private static NoticePlan? Compare(
        string code,
        ImmutableSortedDictionary<string, string> values,
        NoticeWatch? known,
        DateTimeOffset now
    )
    {
        var written = JsonSerializer.Serialize(values);
        if (known?.Value == written)
        {
            return null;
        }

        var changes = known is null ? [] : Changes(known.Value, values);
        return new NoticePlan(
            code,
            known,
            new NoticeWatch
            {
                Code = code,
                Value = written,
                Since = now,
            },
            changes.IsEmpty ? null : new NoticeTopic.Changed(changes)
        );
    }

    // A name that a newer release knows and an older one did not is no change that somebody made.
    private static ImmutableArray<NoticeChange> Changes(
        string before,
        ImmutableSortedDictionary<string, string> after
    ) =>
        [
            .. (JsonSerializer.Deserialize<SortedDictionary<string, string>>(before) ?? [])
                .Where(b => after.TryGetValue(b.Key, out var value) && value != b.Value)
                .Select(b => new NoticeChange(b.Key, b.Value, after[b.Key])),
        ];

    private static IEnumerable<NoticePlan> Digest(NoticeSight sight, NoticeWatch? known)
    {
        var next = new NoticeWatch { Code = NoticeCodes.Digest, Since = sight.Now };
        if (sight.DigestDueAt is not { } due)
        {
            yield break;
        }

        if (known is null)
        {
            // The first one tells of the time from here on.
            yield return new NoticePlan(NoticeCodes.Digest, Before: null, next, Topic: null);
        }
        else if (known.Since < due)
        {
            var from = sight.Now - known.Since > LongestDigest ? sight.Now - LongestDigest : known.Since;
            yield return new NoticePlan(NoticeCodes.Digest, known, next, new NoticeTopic.Digest(from, sight.Now));
        }
    }
}
