namespace CiivSoft.Matching.Vectors;

public sealed class NearestVectorsTests
{
    [Fact]
    public void The_nearest_come_first_and_equally_near_ones_in_their_order() =>
        NearestVectors.Find(Vectors(0.1f, 0.9f, 0.5f, 0.9f), [1f], 3).ShouldBe([1, 3, 2]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(2, 2)]
    [InlineData(9, 4)]
    public void There_are_as_many_as_asked_for_or_as_there_are(int count, int found) =>
        NearestVectors.Find(Vectors(0.1f, 0.9f, 0.5f, 0.9f), [1f], count).Count.ShouldBe(found);

    [Fact]
    public void Of_none_there_is_none_nearest() => NearestVectors.Find([], [1f], 3).ShouldBeEmpty();

    private static IReadOnlyList<ReadOnlyMemory<float>> Vectors(params float[] values) =>
        [.. values.Select(value => (ReadOnlyMemory<float>)new[] { value })];
}
