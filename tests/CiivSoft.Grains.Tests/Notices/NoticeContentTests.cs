using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Notices;
using CiivSoft.Notifications;
using CiivSoft.Notifications.Messages;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Notices;
using CiivSoft.Storage.Reading;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Notices;

/// <summary>What messages say, and what they must not.</summary>
public sealed class NoticeContentTests
{
    private static readonly AccountRecord Record = new(Account, new Uri("https://lever.example/v1"), "u1", Now, 1);

    private readonly NoticeComposer _composer = new(
        Account,
        new NotifySettings { Dashboard = "https://ciivsoft.example" }
    );

    [Fact]
    public void An_alert_has_the_finding_s_words_and_an_id_of_the_occurrence()
    {
        var alert = Alert(AccountFindings.MissingRight("Create an opportunity", Now));

        alert.Type.ShouldBe(NoticeTypes.Alert);
        alert.Data.Title.ShouldBe("The key lacks the right 'Create an opportunity'");
        alert.Data.Remedy.ShouldNotBeNull().ShouldContain("make a new key");
        alert.Data.Link.ShouldBe(new Uri("https://ciivsoft.example/accounts/acme"));
        alert.Data.Id.ShouldBe(Alert(AccountFindings.MissingRight("Create an opportunity", Now)).Data.Id);
        alert.Data.Id.ShouldNotBe(Alert(AccountFindings.MissingRight("Add notes", Now)).Data.Id);
    }

    [Fact]
    public void Ids_of_people_s_records_stay_out()
    {
        Finding[] findings =
        [
            AccountFindings.Surplus(["opp-secret"], Now),
            AccountFindings.Foreign(2, ["CVS-secret"], TimeSpan.FromSeconds(60), Now),
            AccountFindings.Met("CVS-secret", "opp-secret", Now),
        ];

        findings.Select(f => NoticeJson.Write(Alert(f))).ShouldAllBe(json => !json.Contains("secret"));
        NoticeJson.Write(Message(Digest(findings))).ShouldNotContain("secret");
    }

    [Fact]
    public void What_mends_itself_is_for_the_digest_alone()
    {
        NoticeWords.IsAlert(AccountFindings.Failing(3, Now)).ShouldBeFalse();
        NoticeWords.IsAlert(AccountFindings.MissingRight("a: b", Now)).ShouldBeTrue();
        NoticeWords.IsAlert(AccountFindings.Gone(Now)).ShouldBeTrue();
    }

    [Fact]
    public void A_digest_counts_by_solution_what_was_written_decided_and_only_noted()
    {
        var digest = Digest([AccountFindings.MissingStage("SCREENED", Now)]);

        digest
            .Solutions.Select(s => (s.Solution, s.Results, s.Decided, s.InShadow))
            .ShouldBe([("ARKiiVE", 5, 7, 0), ("FiiLTER", 2, 9, 4), ("REFiiNE", 0, 0, 0)]);
        digest.Waiting.ShouldBe(new NoticeWaiting(1, 2, 3, 6, 0));
        digest.Findings.ShouldHaveSingleItem().Code.ShouldBe("stage-missing");
        NoticeDigests.TitleOf(digest).ShouldBe("ARKiiVE 5, FiiLTER 2, REFiiNE 0; 1 to look at");
    }

    [Fact]
    public void Every_setting_and_switch_is_watched_by_the_name_that_operators_know()
    {
        var before = WatchedValues.OfConfiguration(new AccountState(), Record);
        var state = new AccountState
        {
            Mode = AccountMode.Live,
            Settings = new AccountSettings
            {
                Quotas = new DailyQuotas { Fiilter = 40 },
                Schedule = new WorkSchedule { TimeZone = "Europe/Berlin", From = new TimeOnly(7, 0) },
            },
        };
        var after = WatchedValues.OfConfiguration(
            state.Pause(new PauseScope(Solution.Refiine, null)).WithPostingMode("nurse", RunMode.Off),
            Record with
            {
                ServiceUser = "u2",
            }
        );

        after
            .Where(v => before[v.Key] != v.Value)
            .Select(v => $"{v.Key}: {before[v.Key]} -> {v.Value}")
            .ShouldBe([
                "mode: Shadow -> Live",
                "pauses: none -> Refiine",
                "postings: none -> nurse Off",
                "quotas.fiilter: none -> 40",
                "schedule.from: 00:00:00 -> 07:00:00",
                "schedule.timeZone: UTC -> Europe/Berlin",
                "serviceUser: u1 -> u2",
            ]);
        after.Keys.ShouldBe(before.Keys);
    }

    [Theory]
    [InlineData(0, null, 30)]
    [InlineData(1, null, 60)]
    [InlineData(20, null, 3600)]
    [InlineData(0, 120, 120)]
    [InlineData(0, 5, 30)]
    [InlineData(0, 9_000_000, 259_200)]
    public void Pauses_between_attempts_grow_and_end(int attempts, int? asked, int seconds) =>
        NoticePace
            .After(attempts, asked is { } s ? TimeSpan.FromSeconds(s) : null)
            .ShouldBe(TimeSpan.FromSeconds(seconds));

    private NoticeDocument Alert(Finding finding) =>
        _composer.Compose(
            new NoticePlan(
                finding.Code,
                null,
                new NoticeWatch { Code = finding.Code, Since = Now },
                new NoticeTopic.Trouble(finding)
            ),
            digest: null
        );

    private NoticeDocument Message(NoticeDigest digest) =>
        _composer.Compose(
            new NoticePlan(
                NoticeCodes.Digest,
                null,
                new NoticeWatch { Code = NoticeCodes.Digest, Since = Now },
                new NoticeTopic.Digest(digest.From, digest.To)
            ),
            digest
        );

    private static NoticeDigest Digest(Finding[] findings) =>
        NoticeDigests.Of(
            new NoticeTopic.Digest(Now.AddDays(-1), Now),
            new AccountStatus
            {
                Account = "acme",
                Connection = ConnectionStatus.Connected,
                Mode = AccountMode.Live,
                Settings = new AccountSettings(),
                Sync = new SyncProgress(true, null, 0),
                Backlog = new Backlog(1, 2, 3, 4),
                Known = new KnownCounts(0, 0, 0, 0),
                Effects = System.Collections.Immutable.ImmutableSortedDictionary<string, long>.Empty.Add("blocked", 6),
                Findings = [.. findings],
            },
            new DayFigures(
                [
                    Written(Solution.Arkiive, EffectKind.Lead, 3),
                    Written(Solution.Arkiive, EffectKind.Tag, 2),
                    Written(Solution.Fiilter, EffectKind.Move, 2),
                ],
                [],
                0
            ),
            [
                Decided(Solution.Arkiive, "lead", 5, isShadow: false),
                Decided(Solution.Arkiive, "none", 2, isShadow: false),
                Decided(Solution.Fiilter, "match", 4, isShadow: true),
                Decided(Solution.Fiilter, "no-match", 5, isShadow: true),
            ]
        );

    private static WrittenCount Written(Solution solution, EffectKind kind, long count) =>
        new()
        {
            Solution = solution,
            Kind = kind,
            Effects = count,
        };

    private static VerdictCount Decided(Solution solution, string verdict, long count, bool isShadow) =>
        new()
        {
            Solution = solution,
            Verdict = verdict,
            Decisions = count,
            IsShadow = isShadow,
        };
}
