namespace CiivSoft.Matching.Scoring;

/// <summary>Weights by term, sorted by term, so that sums over it always run in the same order.</summary>
internal sealed class TermVector
{
    private readonly uint[] _terms;
    private readonly double[] _weights;

    public TermVector(IReadOnlyDictionary<uint, double> weights)
    {
        _terms = [.. weights.Keys.Order()];
        _weights = new double[_terms.Length];
        var squares = 0.0;
        for (var i = 0; i < _terms.Length; i++)
        {
            _weights[i] = weights[_terms[i]];
            squares += _weights[i] * _weights[i];
        }

        Norm = Math.Sqrt(squares);
    }

    public double Norm { get; }

    public ReadOnlySpan<uint> Terms => _terms;

    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The cosine with another vector; 0 when one of the two is empty.</summary>
    public double Cosine(TermVector other)
    {
        if (Norm <= 0 || other.Norm <= 0)
        {
            return 0;
        }

        var sum = 0.0;
        var (left, right) = (0, 0);
        while (left < _terms.Length && right < other._terms.Length)
        {
            if (_terms[left] == other._terms[right])
            {
                sum += _weights[left++] * other._weights[right++];
            }
            else if (_terms[left] < other._terms[right])
            {
                left++;
            }
            else
            {
                right++;
            }
        }

        return Math.Clamp(sum / (Norm * other.Norm), 0, 1);
    }
}
