using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Cli.Tests.Checking;

public class DecidedOnceTests
{
    private readonly RecordedRun _run = new();

    [Fact]
    public void A_run_in_which_everything_is_right_has_no_findings()
    {
        var posting = _run.Posting();
        _run.Match(_run.Apply(posting));
        _run.NoMatch(_run.Apply(posting));
        _run.Lead(_run.NewId(), posting);

        _run.Check().ShouldBeEmpty();
    }

    [Fact]
    public void An_application_that_a_scan_skipped_is_found()
    {
        var application = _run.Apply(_run.Posting());
        var scan = _run.Scan();
        _run.IsAtRest = false;

        var finding = _run.Check().ShouldHaveSingleItem();

        finding.Invariant.ShouldBe("I1");
        finding.Code.ShouldBe("undecided");
        finding.Ids.ShouldBe([application.Application!, application.Id]);
        finding.Sequences.ShouldBe([scan.Seq]);
    }

    [Fact]
    public void An_application_that_no_scan_could_see_yet_is_not_missed()
    {
        _run.Scan();
        _run.IsAtRest = false;
        _run.Apply(_run.Posting());

        _run.Check().ShouldBeEmpty();
    }

    [Fact]
    public void An_application_that_is_queued_has_time_until_the_next_scan()
    {
        var application = _run.Apply(_run.Posting());
        _run.Scan();
        _run.Queue(application.Contact);
        _run.IsAtRest = false;

        _run.Check().ShouldBeEmpty();

        _run.Wait((long)TimeSpan.FromMinutes(33).TotalMilliseconds);
        _run.Check().ShouldHaveSingleItem().Code.ShouldBe("undecided");
    }

    [Fact]
    public void A_late_row_is_visible_later()
    {
        _run.LateVisibilityMs = 120_000;
        _run.Apply(_run.Posting());
        _run.Scan();
        _run.IsAtRest = false;

        _run.Check().ShouldBeEmpty();
    }

    [Fact]
    public void An_application_whose_resume_is_waited_for_is_not_late()
    {
        var application = _run.Apply(_run.Posting());
        _run.Contacts[application.Contact] = new ContactRow
        {
            ContactId = application.Contact,
            PersonKey = "p",
            PersonJson = null,
            ResumeStatus = ResumeStatus.Waiting,
            WaitUntil = DateTimeOffset.FromUnixTimeMilliseconds(_run.Now).AddHours(24),
        };

        _run.Check().ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_a_person_moved_archived_or_whose_posting_closed_need_not_be_decided()
    {
        var (open, closed) = (_run.Posting(), _run.Posting());
        _run.Set(_run.Apply(open) with { Stage = RecordedRun.Interview });
        _run.Set(_run.Apply(open) with { IsArchived = true });
        _run.Set(_run.Apply(open) with { IsAnonymized = true });
        _run.Delete(_run.Apply(open));
        _run.Apply(closed);
        _run.Act(
            new LeverChange
            {
                Kind = LeverChange.PostingUpdated,
                Posting = closed,
                To = "closed",
            }
        );

        _run.Check().ShouldBeEmpty();
    }

    [Fact]
    public void A_disconnected_account_decides_nothing()
    {
        _run.Apply(_run.Posting());
        _run.Facts = new AccountFacts { Connection = ConnectionStatus.Disconnected };

        _run.Check().ShouldBeEmpty();
    }

    [Fact]
    public void A_second_decision_is_found()
    {
        var application = _run.Apply(_run.Posting());
        _run.Repeat(_run.NoMatch(application));

        var finding = _run.Check().ShouldHaveSingleItem();

        finding.Code.ShouldBe("decided-twice");
        finding.Ids.ShouldContain(application.Application);
    }

    [Fact]
    public void A_missing_second_chance_is_found()
    {
        _run.Decide(Solution.Fiilter, _run.Apply(_run.Posting()), "no-match");

        _run.Check().ShouldHaveSingleItem().Code.ShouldBe("second-chance");
    }

    [Fact]
    public void A_referral_of_somebody_screened_is_found()
    {
        var application = _run.Apply(_run.Posting());
        _run.Match(application);
        _run.Decide(Solution.Refiine, application, "none");

        _run.Check().ShouldHaveSingleItem().Code.ShouldBe("second-chance");
    }
}
