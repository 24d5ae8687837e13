using CiivSoft.Grains.Accounts;

namespace CiivSoft.Grains.Tests.Accounts;

public sealed class WorkDispatcherTests
{
    [Theory]
    [InlineData(10, null, 6)]
    [InlineData(10, 0.01, 3)]
    [InlineData(10, 0.3, 6)]
    [InlineData(10, 5.0, 6)]
    [InlineData(3, 0.01, 3)]
    [InlineData(200, 0.01, 16)]
    public void The_quicker_Lever_answers_the_fewer_are_in_hand(double callsPerSecond, double? seconds, int expected) =>
        WorkDispatcher
            .InFlightAt(callsPerSecond, seconds is { } take ? TimeSpan.FromSeconds(take) : null, unused: 0)
            .ShouldBe(expected);

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 7)]
    [InlineData(100, 9)]
    public void So_many_more_are_in_hand_as_calls_lie_unused_and_at_most_twice_as_many_again(
        int unused,
        int expected
    ) => WorkDispatcher.InFlightAt(10, TimeSpan.FromSeconds(0.01), unused).ShouldBe(expected);
}
