using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Accounts;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Accounts;

public sealed class AccountStateTests
{
    private static readonly AccountState Connected = new() { Connection = ConnectionStatus.Connected };

    [Fact]
    public void A_scan_begins_fifteen_minutes_behind_the_latest_change_seen() =>
        ScanCursors.Since(Ms(Now)).ShouldBe(Now.AddMinutes(-15));

    [Fact]
    public void Before_the_first_scan_there_is_no_beginning() => ScanCursors.Since(null).ShouldBeNull();

    [Fact]
    public void Cursors_go_forward_and_never_back()
    {
        var state = Connected.Scanned(1000, 2000, 3000, Now).Scanned(500, 2500, null, Now);

        state.Cursors.ShouldBe(
            new ScanCursors
            {
                PostingsMs = 1000,
                OpportunitiesMs = 2500,
                DeletedMs = 3000,
            }
        );
    }

    [Fact]
    public void A_record_dated_in_the_future_does_not_hide_what_changes_until_then() =>
        Connected.Scanned(null, Ms(Now.AddYears(70)), null, Now).Cursors.OpportunitiesMs.ShouldBe(Ms(Now));

    [Fact]
    public void A_scan_that_saw_nothing_new_changes_nothing_and_so_costs_no_commit()
    {
        var state = Connected.Scanned(1000, 2000, null, Now);

        state.Scanned(900, 2000, null, Now).ShouldBeSameAs(state);
        state.Scanned(null, null, null, Now).ShouldBeSameAs(state);
        state.WithStages([]).ShouldBeSameAs(state);
    }

    [Fact]
    public void An_activation_that_takes_over_scans_when_the_last_scan_says_so()
    {
        var scan = new ScanSummary(Now, Now.AddSeconds(3), Calls: 4, Changed: 0);
        var state = Connected.ScannedAt(scan, Now.AddMinutes(30));

        state.LastScan.ShouldBe(scan);
        state.FirstScanAt(Now.AddMinutes(2)).ShouldBe(Now.AddMinutes(30));
        Connected.FirstScanAt(Now).ShouldBe(Now, "it was never scanned");
        state.WantsScan().FirstScanAt(Now).ShouldBe(Now);
        state.Opens(["p1"]).FirstScanAt(Now).ShouldBe(Now, "who waits there has to be looked for");
        state.FirstScanAt(Now.AddDays(-1)).ShouldBe(Now.AddDays(-1), "the clock it was scanned by was ahead");
        state.Refused(Now).Accepted().FirstScanAt(Now).ShouldBe(Now);
    }

    [Fact]
    public void Versions_of_the_postings_rise_even_over_the_removal_of_the_account()
    {
        var first = Connected.PostingsChanged(Now).PostingsChanged(Now);
        var again = new AccountState().PostingsChanged(Now.AddSeconds(1));

        first.PostingsVersion.ShouldBe(Ms(Now) + 1);
        again.PostingsVersion.ShouldBeGreaterThan(first.PostingsVersion);
    }

    [Fact]
    public void The_key_is_suspect_at_the_first_refusal_and_disconnected_after_three_over_five_minutes()
    {
        var state = Connected.Refused(Now);
        state.Connection.ShouldBe(ConnectionStatus.Suspect);
        state.Findings.Keys.ShouldBe([AccountFindings.KeyRefused]);

        state = state.Refused(Now.AddMinutes(1)).Refused(Now.AddMinutes(4.99));
        state.Connection.ShouldBe(ConnectionStatus.Suspect);

        state = state.Refused(Now.AddMinutes(5));
        state.Connection.ShouldBe(ConnectionStatus.Disconnected);
        state.Findings.Keys.ShouldBe([AccountFindings.Disconnected]);
    }

    [Fact]
    public void Two_refusals_do_not_disconnect_however_far_apart() =>
        Connected.Refused(Now).Refused(Now.AddHours(9)).Connection.ShouldBe(ConnectionStatus.Suspect);

    [Fact]
    public void A_key_that_is_accepted_again_begins_anew()
    {
        var state = Connected.Refused(Now).Refused(Now.AddMinutes(1)).Accepted();

        state.Connection.ShouldBe(ConnectionStatus.Connected);
        state.Findings.ShouldBeEmpty();
        state.Refused(Now.AddHours(1)).Trouble.ShouldBe(new KeyTrouble(Now.AddHours(1), 1));
    }

    [Fact]
    public void The_same_finding_again_changes_nothing_and_keeps_its_first_time()
    {
        var state = Connected.Report(AccountFindings.MissingStage("X", Now));

        state.Report(AccountFindings.MissingStage("X", Now.AddDays(1))).ShouldBeSameAs(state);
        state.Report(AccountFindings.MissingStage("Y", Now.AddDays(1))).Findings.Count.ShouldBe(1);
        state.Clear("unknown").ShouldBeSameAs(state);
    }

    [Fact]
    public void Pausing_twice_is_once_and_resuming_what_is_not_paused_is_nothing()
    {
        var scope = new PauseScope(Solution.Fiilter, null);
        var paused = Connected.Pause(scope);

        paused.Pause(scope).ShouldBeSameAs(paused);
        paused.Resume(new PauseScope(Solution.Fiilter, "nurse")).ShouldBeSameAs(paused);
        paused.Resume(scope).Pauses.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(Solution.Fiilter, null, true)]
    [InlineData(Solution.Arkiive, null, false)]
    [InlineData(null, "nurse", true)]
    [InlineData(null, "chef", false)]
    [InlineData(Solution.Fiilter, "chef", false)]
    public void A_pause_covers_what_it_names(Solution? solution, string? posting, bool covers) =>
        new PauseScope(solution, posting).Covers(Solution.Fiilter, "nurse").ShouldBe(covers);

    [Fact]
    public void Missing_rights_are_remembered_once()
    {
        var lacking = Connected.Lacks("Create an opportunity");

        lacking.Lacks("Create an opportunity").ShouldBeSameAs(lacking);
        lacking.Has("Create an opportunity").MissingRights.ShouldBeEmpty();
        Connected.Has("Create an opportunity").ShouldBeSameAs(Connected);
    }

    [Fact]
    public void Connecting_again_keeps_the_mode_the_cursors_and_the_synchronisation()
    {
        var state = Connected.Refused(Now).Lacks("X").Scanned(1, 2, 3, Now) with
        {
            Mode = AccountMode.Live,
            Sync = new SyncState { IsComplete = true },
        };

        var next = state.Connected(null, new AccountSettings(), [], null, new Preflight(true, [], []));

        next.Mode.ShouldBe(AccountMode.Live);
        next.Sync.IsComplete.ShouldBeTrue();
        next.Cursors.ShouldBe(state.Cursors);
        next.Trouble.ShouldBeNull();
        next.MissingRights.ShouldBeEmpty();
        next.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_configured_hired_reason_goes_before_the_one_that_was_read()
    {
        var read = Connected with { HiredReasonId = "read" };

        read.EffectiveHiredReason.ShouldBe("read");
        (read with { Settings = new AccountSettings { HiredReasonId = "set" } }).EffectiveHiredReason.ShouldBe("set");
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(6, 320)]
    [InlineData(7, 600)]
    [InlineData(1_000_000, 600)]
    public void Work_that_failed_is_put_off_for_five_seconds_at_first_and_ten_minutes_at_most(
        int attempts,
        int seconds
    ) => WorkItems.Backoff(attempts).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("00:04:59", 7, 2, 10)]
    [InlineData("1.00:00:01", 7, 2, 10)]
    [InlineData("00:30:00", -1, 2, 10)]
    [InlineData("00:30:00", 51, 2, 10)]
    [InlineData("00:30:00", 7, 0, 10)]
    [InlineData("00:30:00", 7, 2, 0)]
    [InlineData("00:30:00", 7, 2, 2.9)]
    [InlineData("00:30:00", 7, 2, double.NaN)]
    public void Settings_out_of_range_are_refused(string every, int perPosting, int perPerson, double calls) =>
        Should.Throw<ArgumentException>(() =>
            AccountSettingsRules.Check(
                new AccountSettings
                {
                    ScanEvery = TimeSpan.Parse(every, System.Globalization.CultureInfo.InvariantCulture),
                    LeadsPerPosting = perPosting,
                    LeadsPerPerson = perPerson,
                    CallsPerSecond = calls,
                }
            )
        );

    [Fact]
    public void When_confidential_records_take_part_all_of_Lever_is_listed_once_more()
    {
        var sync = new SyncState
        {
            IsComplete = true,
            WereRunsRepeated = true,
            Listed = 9,
        };
        var state = new AccountState { Sync = sync }.Scanned(1, 2, 3, Now);
        var settings = state.Settings with { IncludeConfidential = true };

        var next = state.WithSettings(settings);

        next.Cursors.ShouldBe(new ScanCursors { PostingsMs = 0 });
        next.Sync.ShouldBe(new SyncState { WereRunsRepeated = true });
        next.WithSettings(settings with { LeadsPerPerson = 1 }).Cursors.ShouldBe(next.Cursors);
        state.WithSettings(state.Settings with { LeadsPerPerson = 1 }).Cursors.ShouldBe(state.Cursors);
        new AccountState().WithSettings(settings).Cursors.PostingsMs.ShouldBeNull();
    }

    [Fact]
    public void Postings_that_open_are_remembered_once_until_their_applications_are_queued()
    {
        var opening = new AccountState().Opens(["nurse", "chef"]);

        opening.Opens(["chef"]).ShouldBeSameAs(opening);
        opening.Opening.ShouldBe(["chef", "nurse"]);
        opening.Opened(["chef", "cook"]).Opening.ShouldBe(["nurse"]);
        opening.Opened(["cook"]).ShouldBeSameAs(opening);
    }

    [Fact]
    public void The_default_settings_are_in_range() => Should.NotThrow(() => AccountSettingsRules.Check(new()));

    [Fact]
    public void Cursors_are_stored_at_first_and_then_when_they_are_far_ahead_of_what_is_stored()
    {
        var saved = new ScanCursors { OpportunitiesMs = 1_000_000 };
        var far = 1_000_000 + (long)ScanCursors.Lag.TotalMilliseconds;

        saved.MustBeSaved(new ScanCursors()).ShouldBeTrue();
        saved.MustBeSaved(saved).ShouldBeFalse();
        (saved with { OpportunitiesMs = far }).MustBeSaved(saved).ShouldBeFalse();
        (saved with { OpportunitiesMs = far + 1 }).MustBeSaved(saved).ShouldBeTrue();
        (saved with { DeletedMs = 1 }).MustBeSaved(saved).ShouldBeTrue();
    }
}
