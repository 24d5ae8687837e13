using CiivSoft.Grains.Effects;

namespace CiivSoft.Grains.Tests.Effects;

public sealed class EffectPaceTests
{
    // A lead reads the person and the posting and takes a permit for the write; each effect beside it may do so in between.
    private const int CallsOfLead = 3;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(100)]
    public void However_low_the_rate_is_a_lead_is_written_while_what_was_read_for_it_is_fresh(double callsPerSecond)
    {
        var pace = EffectPace.For(callsPerSecond);

        var calls = CallsOfLead * pace.Beside * pace.Lanes;

        (calls / callsPerSecond).ShouldBeLessThanOrEqualTo(Freshness.Limit.TotalSeconds);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(10, 3)]
    [InlineData(100, 10)]
    [InlineData(1000, 16)]
    public void What_is_in_doubt_when_a_silo_dies_is_the_work_of_a_moment(double callsPerSecond, int roots) =>
        EffectPace.For(callsPerSecond).Roots.ShouldBe(roots);

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(10, 1, 3)]
    [InlineData(1000, 3, 4)]
    public void The_higher_the_rate_the_more_is_done_at_a_time(double callsPerSecond, int lanes, int beside)
    {
        var pace = EffectPace.For(callsPerSecond);

        (pace.Lanes, pace.Beside).ShouldBe((lanes, beside));
    }
}
