namespace CiivSoft.Training.Embedding;

/// <summary>The gradients of the words that one batch touches, in the order in which it first met them.</summary>
internal sealed class BatchGradient(int words, int dimensions)
{
    private readonly int[] _slots = new int[words];
    private readonly List<int> _touched = [];
    private readonly List<float[]> _vectors = [];
    private readonly List<double> _weights = [];

    public void Add(int word, ReadOnlySpan<float> vector, float factor, float logWeight)
    {
        if (_slots[word] == 0)
        {
            _touched.Add(word);
            _slots[word] = _touched.Count;
            _weights.Add(0);
            if (_vectors.Count < _touched.Count)
            {
                _vectors.Add(new float[dimensions]);
            }
        }
        var slot = _slots[word] - 1;
        Kernels.AddScaled(_vectors[slot], vector, factor);
        _weights[slot] += logWeight;
    }

    /// <summary>Moves the words and starts anew.</summary>
    public void Apply(WordVectors words, float vectorRate, double weightRate)
    {
        for (var slot = 0; slot < _touched.Count; slot++)
        {
            var word = _touched[slot];
            words.Step(word, _vectors[slot], vectorRate);
            words.StepWeight(word, _weights[slot], weightRate);
            Array.Clear(_vectors[slot]);
            _slots[word] = 0;
        }
        _touched.Clear();
        _weights.Clear();
    }
}
