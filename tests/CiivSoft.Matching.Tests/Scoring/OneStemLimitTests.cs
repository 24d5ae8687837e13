using CiivSoft.Matching.Knowledge;
using FsCheck.Xunit;

namespace CiivSoft.Matching.Tests.Scoring;

public sealed class OneStemLimitTests
{
    [Fact]
    public void One_part_alone_counts_nothing() => OneStemLimit.Apply(5, 5, 1).ShouldBe(0);

    [Fact]
    public void Parts_of_equal_strength_count_whole() => OneStemLimit.Apply(6, 3, 1).ShouldBe(6);

    [Fact]
    public void The_strongest_part_counts_as_much_as_the_rest() => OneStemLimit.Apply(10, 8, 1).ShouldBe(4);

    [Property]
    public bool It_never_falls_when_a_part_rises(byte[] parts, byte which, byte rise)
    {
        double[] before = [1, .. parts.Select(part => (double)part)];
        var after = before.ToArray();
        after[which % after.Length] += rise;

        return Limited(after) >= Limited(before);
    }

    private static double Limited(double[] parts) => OneStemLimit.Apply(parts.Sum(), parts.Max(), 3);
}
