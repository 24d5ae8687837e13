namespace CiivSoft.Matching.Vectors;

/// <summary>Keeps the best rows seen so far, whatever order they come in: a heap with the worst of them on top.</summary>
internal sealed class TopHits(int capacity)
{
    private static readonly Comparer<VectorHit> WorstFirst = Comparer<VectorHit>.Create(
        static (left, right) => VectorHit.BestFirst(right, left)
    );
    private readonly PriorityQueue<VectorHit, VectorHit> _kept = new(WorstFirst);

    /// <summary>A score below this one cannot enter; an equal one may, by its id.</summary>
    public float Bar { get; private set; } = float.NegativeInfinity;

    public bool Wants(VectorHit hit) => _kept.Count < capacity || VectorHit.BestFirst(hit, _kept.Peek()) < 0;

    public void Add(VectorHit hit)
    {
        if (_kept.Count < capacity)
        {
            _kept.Enqueue(hit, hit);
        }
        else
        {
            _kept.EnqueueDequeue(hit, hit);
        }
        if (_kept.Count == capacity)
        {
            Bar = _kept.Peek().Score;
        }
    }

    public IReadOnlyList<VectorHit> Ranked()
    {
        var hits = new List<VectorHit>(_kept.Count);
        foreach (var (hit, _) in _kept.UnorderedItems)
        {
            hits.Add(hit);
        }
        hits.Sort(VectorHit.BestFirst);
        return hits;
    }
}
