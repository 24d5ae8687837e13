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
        var pace = EffectPace.For(callsPerSecond, answersTake: null);

        var calls = CallsOfLead * pace.Beside * pace.Lanes;

        (calls / callsPerSecond).ShouldBeLessThanOrEqualTo(Freshness.Limit.TotalSeconds);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(10, 3)]
    [InlineData(100, 10)]
    [InlineData(1000, 16)]
    public void What_is_in_doubt_when_a_silo_dies_is_the_work_of_a_moment(double callsPerSecond, int roots) =>
        EffectPace.For(callsPerSecond, answersTake: null).Roots.ShouldBe(roots);

    [Theory]
    [InlineData(10, 0.01, 1)]
    [InlineData(10, 0.15, 2)]
    [InlineData(10, 0.3, 3)]
    [InlineData(10, 5, 3)]
    [InlineData(3, 5, 1)]
    [InlineData(100, 0.01, 10)]
    public void The_quicker_Lever_answers_the_fewer_use_up_a_low_rate(
        double callsPerSecond,
        double seconds,
        int roots
    ) => EffectPace.For(callsPerSecond, TimeSpan.FromSeconds(seconds)).Roots.ShouldBe(roots);

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(10, 1, 3)]
    [InlineData(1000, 3, 4)]
    public void The_higher_the_rate_the_more_is_done_at_a_time(double callsPerSecond, int lanes, int beside)
    {
        var pace = EffectPace.For(callsPerSecond, answersTake: null);

        (pace.Lanes, pace.Beside).ShouldBe((lanes, beside));
    }
}
