using CiivSoft.Grains.Accounts;
using CiivSoft.Grains.Tests.Support;

namespace CiivSoft.Grains.Tests.Accounts;

public sealed class ForeignMarksTests
{
    private static readonly DateTimeOffset RestUntil = Rows.Now.AddSeconds(80);

    [Fact]
    public void Before_what_is_in_Lever_was_looked_through_nothing_is_written()
    {
        new AccountState().RestsAt(Rows.Now).ShouldBeTrue();
        (new AccountState() with { Foreign = new ForeignMarks() }).RestsAt(Rows.Now).ShouldBeFalse();
    }

    [Fact]
    public void An_account_of_an_earlier_release_that_was_read_through_writes_on() =>
        (new AccountState() with { Sync = new SyncState { IsComplete = true } }).RestsAt(Rows.Now).ShouldBeFalse();

    [Fact]
    public void What_was_there_before_the_database_may_carry_notes_that_it_does_not_know()
    {
        var marks = new ForeignMarks { SinceMs = 1000 };

        marks.MayHaveForgotten(1000).ShouldBeTrue();
        marks.MayHaveForgotten(1001).ShouldBeFalse();
        new ForeignMarks().MayHaveForgotten(0).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_foreign_is_no_reason_to_rest()
    {
        var marks = new ForeignMarks();

        marks.Seen(newestMs: null, RestUntil).ShouldBeSameAs(marks);
        marks.RestsAt(Rows.Now).ShouldBeFalse();
    }

    [Fact]
    public void Marks_that_were_there_before_are_a_reason_once_and_a_newer_one_is_another()
    {
        var first = new ForeignMarks().Seen(1000, RestUntil);
        first.RestsAt(Rows.Now).ShouldBeTrue();
        first.RestsAt(RestUntil).ShouldBeFalse();

        first.Seen(1000, RestUntil.AddHours(1)).ShouldBeSameAs(first);
        first.Seen(900, RestUntil.AddHours(1)).ShouldBeSameAs(first);
        first.Seen(1001, RestUntil.AddHours(1)).RestsAt(RestUntil).ShouldBeTrue();
    }
}
