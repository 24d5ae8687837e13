using CiivSoft.Notifications.Messages;

namespace CiivSoft.Notifications.Tests.Support;

internal static class Samples
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public static NoticeDocument Alert { get; } =
        new()
        {
            Type = NoticeTypes.Alert,
            Timestamp = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
            Data = new NoticeData
            {
                Id = "msg_0123456789abcdef",
                Account = "acme",
                Code = "key-refused",
                Title = "Lever refuses the API key",
                Message = "Lever did not accept the API key. Work waits.",
                Remedy = "Make a new one & connect again – nothing is lost.",
                Link = new Uri("https://ciivsoft.example/accounts/acme"),
            },
        };

    public static NoticeDocument Digest { get; } =
        Alert with
        {
            Type = NoticeTypes.Digest,
            Data = Alert.Data with
            {
                Code = "digest",
                Title = "ARKiiVE 3, FiiLTER 12, REFiiNE 1; 1 to look at",
                Message = "What CiivSoft did from 2026-03-01 to 2026-03-02.",
                Remedy = null,
                Digest = new NoticeDigest
                {
                    From = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero),
                    To = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
                    Connection = "connected",
                    Mode = "live",
                    Solutions =
                    [
                        new NoticeResult("ARKiiVE", 3, 40, 0),
                        new NoticeResult("FiiLTER", 12, 31, 2),
                        new NoticeResult("REFiiNE", 1, 19, 0),
                    ],
                    Postings = [new NoticePosting("p1", "Registered Nurse", 9), new NoticePosting("p2", null, 7)],
                    Waiting = new NoticeWaiting(4, 0, 0, 2, 0),
                    Failed = 1,
                    Findings =
                    [
                        new NoticeFinding("stage-missing", "Lever has no stage named 'CiiVSOFT SCREENED'.", "Add it."),
                    ],
                },
            },
        };
}
