using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;

namespace CiivSoft.Grains.Notices;

/// <summary>What messages say. Pure.</summary>
internal static class NoticeWords
{
    // They end with each scan and come back with it, or mend by themselves; the digest tells of them.
    private static readonly HashSet<string> OnlyInDigest =
    [
        AccountFindings.LeverUnavailable,
        AccountFindings.WorkFails,
        AccountFindings.NoticesFail,
    ];

    /// <summary>Whether a finding is told at once.</summary>
    public static bool IsAlert(Finding finding) => !OnlyInDigest.Contains(AccountFindings.KindOf(finding));

    public static Finding Failed(long count, DateTimeOffset now) =>
        new(
            NoticeCodes.EffectsFailed,
            $"Lever refused {count} {(count == 1 ? "change" : "changes")} within a day. What it refused is not tried again by itself.",
            "See each with its reason in the queue of the dashboard, and try again or leave it.",
            now
        );

    /// <summary>A finding without ids of people's records, which belong on the account's page and not in a mailbox.</summary>
    public static Finding WithoutIds(Finding finding) =>
        finding.Code switch
        {
            AccountFindings.SurplusLeads => finding with
            {
                Message =
                    "Lever holds opportunities that carry our source beside a lead of the same person and posting.",
            },
            AccountFindings.ForeignNote or AccountFindings.ForeignMarks or AccountFindings.ForeignSecond => finding with
            {
                Message =
                    "Leads or notes in Lever carry our mark but were not made from this database. The account's page says more.",
            },
            _ => finding,
        };

    /// <summary>One line for a subject.</summary>
    public static string TitleOf(Finding finding) =>
        AccountFindings.KindOf(finding) switch
        {
            AccountFindings.KeyRefused => "Lever refuses the API key",
            AccountFindings.Disconnected => "The account is disconnected",
            "right-missing" => $"The key lacks the right '{finding.Code[AccountFindings.RightMissing.Length..]}'",
            AccountFindings.StageMissing => "The stage for matches is missing in Lever",
            AccountFindings.QuotaIsReached => "A daily quota is reached",
            AccountFindings.SurplusLeads => "Leads are there twice",
            AccountFindings.ForeignMarks or AccountFindings.ForeignNote or AccountFindings.ForeignSecond =>
                "Another installation seems to work on the account",
            AccountFindings.ZoneUnknown => "The time zone is not known",
            NoticeCodes.EffectsFailed => "Lever refused changes",
            _ => "Something needs a person",
        };
}
