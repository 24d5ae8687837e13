using System.Globalization;
using CiivSoft.Grains.Accounts;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Tests.Accounts;

public sealed class WorkInHandTests
{
    [Theory]
    [InlineData(10, null, 6)]
    [InlineData(10, 0.01, 3)]
    [InlineData(10, 0.3, 6)]
    [InlineData(10, 5.0, 6)]
    [InlineData(3, 0.01, 3)]
    [InlineData(200, 0.01, 16)]
    public void The_quicker_Lever_answers_the_fewer_are_in_hand(double callsPerSecond, double? seconds, int expected) =>
        WorkInHand
            .AtMost(callsPerSecond, seconds is { } take ? TimeSpan.FromSeconds(take) : null, unused: 0)
            .ShouldBe(expected);

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 7)]
    [InlineData(100, 9)]
    public void So_many_more_are_in_hand_as_calls_lie_unused_and_at_most_twice_as_many_again(
        int unused,
        int expected
    ) => WorkInHand.AtMost(10, TimeSpan.FromSeconds(0.01), unused).ShouldBe(expected);

    [Fact]
    public void Four_searches_are_in_hand_at_once_and_applications_go_on_beside_them()
    {
        var inHand = Holding(Posting, 4);

        inHand.HasRoomFor(Posting("one more"), atMost: 16).ShouldBeFalse();
        inHand.HasRoomFor(Application("ann"), atMost: 16).ShouldBeTrue();
        inHand.HasRoomFor(Backlog("bob"), atMost: 16).ShouldBeTrue();

        inHand.Remove(Posting("2"));
        inHand.HasRoomFor(Posting("one more"), atMost: 16).ShouldBeTrue();
    }

    [Fact]
    public void Applications_do_not_count_as_searches() =>
        Holding(Application, 5).HasRoomFor(Posting("nurse"), atMost: 6).ShouldBeTrue();

    [Fact]
    public void Nothing_begins_where_all_that_may_be_in_hand_is()
    {
        var inHand = Holding(Application, 6);

        inHand.HasRoomFor(Application("ann"), atMost: 6).ShouldBeFalse();
        inHand.HasRoomFor(Posting("nurse"), atMost: 6).ShouldBeFalse();
        inHand.HasRoomFor(Backlog("bob"), atMost: 6).ShouldBeFalse();
    }

    [Fact]
    public void The_backlog_leaves_a_quarter_free()
    {
        Holding(Backlog, 5).HasRoomFor(Backlog("bob"), atMost: 8).ShouldBeTrue();

        var inHand = Holding(Backlog, 6);

        inHand.HasRoomFor(Backlog("bob"), atMost: 8).ShouldBeFalse();
        inHand.HasRoomFor(Application("ann"), atMost: 8).ShouldBeTrue();
    }

    [Fact]
    public void Where_only_the_backlog_is_in_hand_an_application_begins_whatever_the_bound()
    {
        var inHand = Holding(Backlog, 6); // begun when more were permitted

        inHand.HasRoomFor(Application("ann"), atMost: 3).ShouldBeTrue();

        inHand.Add(Application("ann"));
        inHand.HasRoomFor(Application("eve"), atMost: 3).ShouldBeFalse();
    }

    private static WorkInHand Holding(Func<string, WorkItem> item, int count)
    {
        var inHand = new WorkInHand();
        foreach (var i in Enumerable.Range(0, count))
        {
            inHand.Add(item(i.ToString(CultureInfo.InvariantCulture)));
        }

        return inHand;
    }

    private static WorkItem Application(string contactId) =>
        Item(WorkKind.Contact, contactId, WorkPriority.NewApplication);

    private static WorkItem Posting(string postingId) => Item(WorkKind.Posting, postingId, WorkPriority.NewPosting);

    private static WorkItem Backlog(string contactId) => Item(WorkKind.Contact, contactId, WorkPriority.Backfill);

    private static WorkItem Item(WorkKind kind, string id, WorkPriority priority) =>
        new()
        {
            Kind = kind,
            Id = id,
            Priority = priority,
            NewestMs = 0,
        };
}
