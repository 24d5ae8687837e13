using CiivSoft.Matching.Vectors;

namespace CiivSoft.Matching.Tests.Vectors;

/// <summary>A shard beside a plain dictionary, through random changes.</summary>
public sealed class VectorShardModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_shard_holds_what_a_dictionary_would(int seed)
    {
        var random = new Random(seed);
        var shard = new VectorShard(5);
        var model = new Dictionary<string, QuantizedVector>();
        for (var step = 0; step < 6_000; step++)
        {
            var id = new string((char)('a' + random.Next(26)), 1 + random.Next(90)) + random.Next(40);
            if (random.Next(5) < 3)
            {
                var vector = QuantizedVector.Quantize(TestVectors.Crowded(random, 5));
                shard.Set(id, vector);
                model[id] = vector;
            }
            else
            {
                shard.Remove(id).ShouldBe(model.Remove(id));
            }
        }

        shard.Count.ShouldBe(model.Count);
        var hits = shard.Search(QuantizedVector.Quantize(TestVectors.Crowded(random, 5)), int.MaxValue);
        hits.Select(hit => hit.Id).Order(StringComparer.Ordinal).ShouldBe(model.Keys.Order(StringComparer.Ordinal));
        foreach (var (id, vector) in model)
        {
            shard.Find(id).ShouldNotBeNull().ToBytes().ShouldBe(vector.ToBytes());
        }
    }
}
