using CiivSoft.Matching.Knowledge;

namespace CiivSoft.Matching.Scoring;

/// <summary>Weights by term, sorted by term, so that sums over it always run in the same order.</summary>
internal sealed class TermVector
{
    // Words are compared by spelling, so a title's one word in another sense would be half of the cosine.
    private const double StrongestToRest = 3;

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

    /// <summary>
    /// The cosine with another vector, in which the strongest shared term counts at most three times as much as all
    /// others together; 0 when they share one term or none.
    /// </summary>
    public double Likeness(TermVector other)
    {
        var norms = Norm * other.Norm;
        if (norms <= 0)
        {
            return 0;
        }

        var (sum, strongest) = Product(other);
        return Math.Clamp(OneStemLimit.Apply(sum, strongest, StrongestToRest) / norms, 0, 1);
    }

    /// <summary>The sum of products: what share of this vector's weight the other holds, where weights are shares.</summary>
    public double SharedBy(TermVector other) => Math.Clamp(Product(other).Sum, 0, 1);

    /// <summary>The weightiest terms, their weights divided by their sum; of equal weights the lower terms.</summary>
    public TermVector Weightiest(int count)
    {
        var order = Enumerable
            .Range(0, _terms.Length)
            .OrderByDescending(i => _weights[i])
            .ThenBy(i => _terms[i])
            .Take(count)
            .Order()
            .ToArray();
        var sum = 0.0;
        foreach (var i in order)
        {
            sum += _weights[i];
        }

        return new TermVector(Array.ConvertAll(order, i => _terms[i]), Array.ConvertAll(order, i => _weights[i] / sum));
    }

    private (double Sum, double Strongest) Product(TermVector other)
    {
        var (sum, strongest) = (0.0, 0.0);
        var (left, right) = (0, 0);
        while (left < _terms.Length && right < other._terms.Length)
        {
            if (_terms[left] == other._terms[right])
            {
                var share = _weights[left++] * other._weights[right++];
                sum += share;
                strongest = Math.Max(strongest, share);
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

        return (sum, strongest);
    }
}
