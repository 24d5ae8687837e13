using CiivSoft.Matching.Vectors;

namespace CiivSoft.Matching.Tests.Vectors;

public sealed class Float32DotTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(100)]
    [InlineData(128)]
    public void The_sum_runs_in_eight_lanes_without_fused_steps(int dimensions)
    {
        var random = new Random(dimensions);
        var left = TestVectors.Crowded(random, dimensions);
        var right = TestVectors.Crowded(random, dimensions);
        var lanes = new float[8];
        for (var i = 0; i < dimensions; i++)
        {
            var product = left[i] * right[i];
            lanes[i % 8] += product;
        }
        var expected = 0f;
        Array.ForEach(lanes, lane => expected += lane);

        BitConverter.SingleToInt32Bits(Float32Dot.Of(left, right)).ShouldBe(BitConverter.SingleToInt32Bits(expected));
    }

    [Fact]
    public void Vectors_of_other_length_are_refused()
    {
        Should.Throw<ArgumentException>(() => Float32Dot.Of([1f], [1f, 2f]));
    }
}
