namespace CiivSoft.Matching.Knowledge;

/// <summary>A text as a unit vector over occupations, without its zeros; empty when it resembles none.</summary>
internal sealed class OccupationProfile
{
    private readonly ushort[] _occupations;
    private readonly float[] _values;

    private OccupationProfile(ushort[] occupations, float[] values)
    {
        _occupations = occupations;
        _values = values;
    }

    public static OccupationProfile Empty { get; } = new([], []);

    public int Length => _values.Length;

    public ReadOnlySpan<ushort> Occupations => _occupations;

    public ReadOnlySpan<float> Values => _values;

    /// <param name="values">Positive values by occupation, ascending by occupation.</param>
    public static OccupationProfile Of(IReadOnlyList<(ushort Occupation, double Value)> values)
    {
        var squares = 0.0;
        foreach (var (_, value) in values)
        {
            squares += value * value;
        }

        var length = Math.Sqrt(squares);
        return new OccupationProfile(
            [.. values.Select(entry => entry.Occupation)],
            [.. values.Select(entry => (float)(entry.Value / length))]
        );
    }

    /// <summary>0 to 1; 0 when one of the two is empty.</summary>
    public double Cosine(OccupationProfile other)
    {
        var sum = 0.0;
        var (left, right) = (0, 0);
        while (left < _occupations.Length && right < other._occupations.Length)
        {
            if (_occupations[left] == other._occupations[right])
            {
                sum += (double)_values[left++] * other._values[right++];
            }
            else if (_occupations[left] < other._occupations[right])
            {
                left++;
            }
            else
            {
                right++;
            }
        }

        return Math.Clamp(sum, 0, 1);
    }
}
