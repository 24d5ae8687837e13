using BenchmarkDotNet.Attributes;
using CiivSoft.Matching;
using CiivSoft.Matching.Vectors;

namespace CiivSoft.Benchmarks.Vectors;

/// <summary>
/// Exact search on one core, in vectors as long as the shipped model makes them. 5,000 rows stand for REFiiNE (one application against the open postings), 100,000 and
/// 1,000,000 for ARKiiVE (one posting against everybody).
/// </summary>
[MemoryDiagnoser]
public class VectorSearchBenchmarks
{
    private static readonly int Dimensions = MatchingEngine.LoadDefault().VectorDimensions;
    private VectorShard _shard = new(Dimensions);
    private QuantizedVector _query = QuantizedVector.Quantize([0f]);

    [Params(5_000, 100_000, 1_000_000)]
    public int Rows { get; set; }

    [Params(7, 50, 300)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        _shard = new VectorShard(Dimensions);
        for (var row = 0; row < Rows; row++)
        {
            _shard.Set($"01234567-89ab-cdef-0123-{row:D12}", RandomVector(random));
        }
        _query = RandomVector(random);
    }

    [Benchmark]
    public IReadOnlyList<VectorHit> Search() => _shard.Search(_query, Count);

    private static QuantizedVector RandomVector(Random random)
    {
        var vector = new float[Dimensions];
        for (var i = 0; i < Dimensions; i++)
        {
            vector[i] = (float)(random.NextDouble() - 0.4);
        }
        return QuantizedVector.Quantize(UnitVector.Of(vector));
    }
}
