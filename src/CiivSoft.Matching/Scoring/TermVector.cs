namespace CiivSoft.Matching.Scoring;

/// <summary>Weights by term, sorted by term, so that sums over it always run in the same order.</summary>
internal sealed class TermVector
{
    private readonly uint[] _terms;
    private readonly double[] _weights;

    private TermVector(uint[] terms, double[] weights)
    {
        _terms = terms;
        _weights = weights;
        var squares = 0.0;
        foreach (var weight in weights)
        {
            squares += weight * weight;
        }

        Norm = Math.Sqrt(squares);
    }

    public double Norm { get; }

    public ReadOnlySpan<uint> Terms => _terms;

    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>One entry for each key; <paramref name="weightOf"/> gets the term and its value.</summary>
    public static TermVector Of(Dictionary<uint, double> values, Func<uint, double, double> weightOf)
    {
        var terms = values.Keys.ToArray();
        Array.Sort(terms);
        return new TermVector(terms, Array.ConvertAll(terms, term => weightOf(term, values[term])));
    }

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
