using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Notifications;
using CiivSoft.Lever;

namespace CiivSoft.Grains.Accounts;

/// <summary>Everything that an account can report as needing a person, each with its remedy.</summary>
internal static class AccountFindings
{
    public const string StageMissing = "stage-missing";
    public const string LeverUnavailable = "lever-unavailable";
    public const string KeyRefused = "key-refused";
    public const string Disconnected = "disconnected";
    public const string RightMissing = "right-missing:";
    public const string WorkFails = "work-fails";
    public const string SurplusLeads = "surplus-leads";

    public const string ForeignMarks = "foreign-marks";
    public const string ForeignNote = "foreign-note";
    public const string ForeignSecond = "foreign-second";

    public const string HeldElsewhere = "held-elsewhere";
    public const string QuotaIsReached = "quota-reached";
    public const string ZoneUnknown = "time-zone-unknown";
    public const string NoticesFail = "notices-fail";

    /// <summary>The kinds there are, for metrics: a kind is a code without the right that it may name.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        StageMissing,
        LeverUnavailable,
        KeyRefused,
        Disconnected,
        RightMissing[..^1],
        WorkFails,
        SurplusLeads,
        HeldElsewhere,
        ZoneUnknown,
    ];

    public static string KindOf(Finding finding) => finding.Code.Split(':', 2)[0];

    public static Finding HeldBy(string cluster, DateTimeOffset now) =>
        new(
            HeldElsewhere,
            $"The cluster '{cluster}' works on this account and this database. This one does nothing for it.",
            "Stop one of the two clusters. If they are meant to be one, give their silos the same CIIVSOFT__CLUSTER__ID. When the "
                + "other one ends, this one takes over within half a minute.",
            now
        );

    public static Finding MissingStage(string text, DateTimeOffset now) =>
        new(
            StageMissing,
            $"Lever has no stage named '{text}', so FiiLTER's matches wait where they are. ARKiiVE and REFiiNE go on.",
            $"In Lever, add a stage named '{text}' after New applicant (Settings > Pipeline). The next scan finds it.",
            now
        );

    public static Finding Unavailable(LeverException failure, DateTimeOffset now) =>
        new(
            LeverUnavailable,
            $"Lever does not answer as it should ({failure.Route}: {failure.Failure}). Work waits and nothing is lost.",
            "Nothing, if Lever is down: work goes on by itself. Else check the address and this server's way to it.",
            now
        );

    public static Finding Refused(DateTimeOffset now) =>
        new(
            KeyRefused,
            "Lever did not accept the API key. Work waits while the key is tried again now and then.",
            "If the key was deleted in Lever, make a new one and connect the account again with it; nothing is lost.",
            now
        );

    public static Finding NotAccepted(DateTimeOffset now) =>
        new(
            KeyRefused,
            "Lever did not accept this API key. Nothing was changed.",
            "Check that the whole key was copied, that it was not deleted in Lever, and that the address is that of your Lever.",
            now
        );

    public static Finding Gone(DateTimeOffset now) =>
        new(
            Disconnected,
            "Lever has not accepted the API key for over five minutes: the account is disconnected.",
            "Connect the account again with a new key to go on where it stopped, or remove it.",
            now
        );

    public static Finding MissingRight(string right, DateTimeOffset now) =>
        new(RightMissing + right, $"The key lacks the right '{right}'. {Stops(right)}", Remedy(right), now);

    public static Finding Surplus(IReadOnlyList<string> opportunityIds, DateTimeOffset now) =>
        new(
            SurplusLeads,
            $"{opportunityIds.Count} opportunities in Lever carry our source beside a lead of the same person and posting that "
                + $"is recorded here (first: {string.Join(", ", opportunityIds.Take(3))}).",
            "Look at them in Lever and archive what is one too many. CiivSoft removes nothing by itself.",
            now
        );

    public static Finding Foreign(int count, IReadOnlyList<string> refs, TimeSpan rest, DateTimeOffset now) =>
        new(
            ForeignMarks,
            $"{count} leads in Lever carry our source but were not made from this database"
                + $"{(refs.Count == 0 ? "" : $" (among them: Ref {string.Join(", Ref ", refs)})")}. Nothing is written until no "
                + $"further one has appeared for {rest.TotalSeconds:F0} seconds.",
            "Nothing if this database was lost or restored: they stay as they are. Else another installation works on this "
                + "account: find it and stop one of the two. CiivSoft removes nothing by itself.",
            now
        );

    public static Finding Second(AccountKey account, int count, IReadOnlyList<string> refs, DateTimeOffset now) =>
        new(
            ForeignSecond,
            $"Another installation has worked on this account: {count} leads carry our source, and their notes are not of this "
                + $"one's making (among them: Ref {string.Join(", Ref ", refs)}). Nothing is written.",
            $"Stop the other installation, or this one. When the other is stopped: 'ciivsoft go-live {account.Name}'. If the "
                + "encryption keys of this installation were lost, that was the other one.",
            now
        );

    public static Finding Met(string reference, string? opportunityId, DateTimeOffset now) =>
        new(
            ForeignNote,
            $"Another installation wrote the note Ref {reference} on the opportunity {opportunityId} where this one was about "
                + "to write. It was left alone.",
            "Find the other installation and stop one of the two: both work on this account, each with a database of its own.",
            now
        );

    public static Finding QuotaReached(DailyUse today, DateTimeOffset now) =>
        new(
            QuotaIsReached,
            $"A daily quota is reached: {today.Waiting} moves and leads wait for the next day.",
            "Nothing: they are written from the beginning of the next day on, the oldest first. Raise the quota in the account's "
                + "settings to have them written now.",
            now
        );

    public static Finding UnknownZone(string name, DateTimeOffset now) =>
        new(
            ZoneUnknown,
            $"This server does not know the time zone '{name}'. Working hours and daily quotas count in UTC.",
            "Install the time zone data (on Debian and Ubuntu the package tzdata), or choose another zone in the settings.",
            now
        );

    public static Finding NoticesNotTaken(NoticeChannel channel, string reason, DateTimeOffset now) =>
        channel == NoticeChannel.Email
            ? new(
                NoticesFail,
                $"Messages to operators cannot be sent by e-mail: {reason}",
                "Run 'ciivsoft notify test' with --to email, which says more.",
                now
            )
            : new(
                NoticesFail,
                $"Messages to operators cannot be sent to the webhook: {reason}",
                "Run 'ciivsoft notify test' with --to webhook, which says more. After a 410 nothing is sent there until its address "
                    + "is another one.",
                now
            );

    public static Finding Failing(int count, DateTimeOffset now) =>
        new(
            WorkFails,
            $"{count} pieces of work failed for a reason that is ours. They are tried again at growing intervals.",
            "See the silo's log for the error, and report it.",
            now
        );

    private static string Stops(string right) =>
        right == LeverRoute.CreateOpportunity.Right
            ? "ARKiiVE and REFiiNE recommend people by a note and a tag instead of making leads."
        : right == LeverRoute.MoveToStage.Right ? "FiiLTER's matches wait where they are."
        : right == LeverRoute.AddNote.Right ? "Nothing is written at all, since nothing is done without a note."
        : right == LeverRoute.ArchiveOpportunity.Right || right == LeverRoute.ListArchiveReasons.Right
            ? "Leads that undo takes back are not withdrawn; its list says what to do by hand."
        : right == LeverRoute.ConfidentialAccess
            ? "While confidential postings and people are to take part, Lever is not scanned and no leads are made."
        : "What needs it waits; the rest goes on.";

    private static string Remedy(string right)
    {
        var withAnotherKey =
            $"In Lever, Settings > Integrations and API > API Credentials: make a new key with '{right}' ticked "
            + "(a key cannot be edited) and connect the account again with it.";
        return right == LeverRoute.ConfidentialAccess
            ? $"{withAnotherKey} Or have confidential postings and people take no part, in the account's settings."
            : withAnotherKey;
    }
}
