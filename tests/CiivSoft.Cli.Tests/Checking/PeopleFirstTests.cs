using CiivSoft.Cli.Checking;
using CiivSoft.Cli.Checking.Recordings;

namespace CiivSoft.Cli.Tests.Checking;

public class PeopleFirstTests
{
    private readonly RecordedRun _run = new();

    [Theory]
    [InlineData(LeverChange.StageChanged, RecordedRun.Interview)]
    [InlineData(LeverChange.Archived, null)]
    [InlineData(LeverChange.Anonymized, null)]
    [InlineData(LeverChange.Deleted, null)]
    public void A_move_after_a_person_was_seen_to_be_faster_is_found(string kind, string? to)
    {
        var application = _run.Apply(_run.Posting());
        var seq = _run.Act(RecordedRun.Change(kind, application) with { To = to });
        _run.Wait(2000);
        _run.Match(application);

        var finding = Findings().ShouldHaveSingleItem();

        finding.Code.ShouldBe("move-against-person");
        finding.Ids.ShouldBe([application.Id]);
        finding.Sequences[0].ShouldBe(seq);
    }

    [Fact]
    public void A_move_within_two_seconds_of_the_change_is_the_honest_limit()
    {
        var application = _run.Apply(_run.Posting());
        _run.Act(RecordedRun.Change(LeverChange.StageChanged, application) with { To = RecordedRun.Interview });
        _run.Wait(1800);
        _run.SendMove(application);

        Findings().ShouldBeEmpty();
    }

    [Fact]
    public void A_change_that_readers_could_not_see_yet_does_not_count()
    {
        _run.LateVisibilityMs = 5000;
        var application = _run.Apply(_run.Posting());
        _run.Act(RecordedRun.Change(LeverChange.Archived, application));
        _run.Wait(4000);
        _run.SendMove(application);

        Findings().ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_was_moved_back_to_New_applicant_may_be_moved()
    {
        var application = _run.Apply(_run.Posting());
        _run.Act(RecordedRun.Change(LeverChange.StageChanged, application) with { To = RecordedRun.Interview });
        _run.Act(RecordedRun.Change(LeverChange.StageChanged, application) with { To = "applicant-new" });
        _run.Act(RecordedRun.Change(LeverChange.Archived, application));
        _run.Act(RecordedRun.Change(LeverChange.Unarchived, application));
        _run.Wait(5000);
        _run.Match(application);

        Findings().ShouldBeEmpty();
    }

    [Fact]
    public void A_move_on_a_posting_that_closed_is_found()
    {
        var posting = _run.Posting();
        var application = _run.Apply(posting);
        BecomePosting(posting, "closed");
        _run.Wait(2000);
        _run.Match(application);

        Findings().ShouldHaveSingleItem().Code.ShouldBe("move-against-person");
    }

    [Fact]
    public void A_move_on_a_posting_that_was_opened_again_a_moment_before_is_none_against_anybody()
    {
        var posting = _run.Posting();
        var application = _run.Apply(posting);
        BecomePosting(posting, "closed");
        _run.Wait(30_000);
        BecomePosting(posting, "published");
        _run.Wait(500); // not everybody sees it yet, but we may
        _run.Match(application);

        Findings().ShouldBeEmpty();
    }

    [Fact]
    public void A_lead_for_somebody_who_applied_meanwhile_is_found()
    {
        var posting = _run.Posting();
        var application = _run.Apply(posting);
        _run.Wait(2000);
        _run.Lead(application.Contact, posting);

        var finding = Findings().ShouldHaveSingleItem();

        finding.Code.ShouldBe("lead-against-person");
        finding.Ids.ShouldBe([application.Contact, posting]);
    }

    [Fact]
    public void A_lead_for_somebody_who_was_advanced_or_opted_out_is_found()
    {
        var (applied, other) = (_run.Posting(), _run.Posting());
        var advanced = _run.Apply(applied);
        var optedOut = _run.Apply(applied);
        _run.Act(RecordedRun.Change(LeverChange.StageChanged, advanced) with { To = RecordedRun.Interview });
        _run.Act(RecordedRun.Change(LeverChange.TagsAdded, optedOut) with { Values = ["CiiVSOFT opt-out"] });
        _run.Wait(2000);
        _run.Lead(advanced.Contact, other);
        _run.Lead(optedOut.Contact, other);

        Findings().Count(f => f.Code == "lead-against-person").ShouldBe(2);
    }

    [Fact]
    public void A_lead_for_somebody_archived_elsewhere_is_what_ARKiiVE_is_for()
    {
        var (applied, other) = (_run.Posting(), _run.Posting());
        var application = _run.Apply(applied);
        _run.Act(RecordedRun.Change(LeverChange.StageChanged, application) with { To = RecordedRun.Interview });
        _run.Act(RecordedRun.Change(LeverChange.Archived, application));
        _run.Wait(2000);
        _run.Lead(application.Contact, other);

        Findings().ShouldBeEmpty();
    }

    private void BecomePosting(string posting, string state) =>
        _run.Act(
            new LeverChange
            {
                Kind = LeverChange.PostingUpdated,
                Posting = posting,
                To = state,
            }
        );

    private IReadOnlyList<Breach> Findings() => [.. _run.Check().Where(f => f.Invariant == "I4")];
}
