using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Knowledge;

/// <summary>
/// What the occupation documents say: a row of term weights for each occupation (unit length, held by term), what
/// likeness is usual for each, and how texts become profiles over them.
/// </summary>
internal sealed class Occupations
{
    // "Warehouse" alone must not make a store's picker a data warehousing specialist: in the likeness to an occupation the
    // strongest stem counts at most as much as all others together.
    private const double StrongestToRest = 1;

    private readonly OccupationEntries _entries;
    private readonly float[] _means;
    private readonly float[] _deviations;
    private readonly float[] _basis;
    private readonly double _usualLength;

    /// <param name="entries">The rows.</param>
    /// <param name="means">The means of each occupation's likeness to all occupations.</param>
    /// <param name="deviations">Their standard deviations.</param>
    /// <param name="basis">Orthonormal directions, occupation by occupation: <see cref="Directions"/> numbers each.</param>
    public Occupations(OccupationEntries entries, float[] means, float[] deviations, float[] basis)
    {
        _entries = entries;
        _means = means;
        _deviations = deviations;
        _basis = basis;
        var squares = 0.0;
        foreach (var mean in means)
        {
            squares += (double)mean * mean;
        }

        _usualLength = Math.Sqrt(squares);
    }

    public int Count => _means.Length;

    /// <summary>The number of directions that profiles are projected on for retrieval.</summary>
    public int Directions => _basis.Length / Count;

    /// <summary>
    /// How far the text's likeness to each occupation, scaled to the usual length, lies above what is usual for that
    /// occupation, to the power 1.5. Without the centring all texts look alike.
    /// </summary>
    public OccupationProfile ProfileOf(TermVector text)
    {
        var likeness = Compare(text);
        var squares = 0.0;
        foreach (var value in likeness)
        {
            squares += value * value;
        }

        if (squares <= 0)
        {
            return OccupationProfile.Empty;
        }

        var scale = _usualLength / Math.Sqrt(squares);
        var profile = new List<(ushort, double)>();
        for (var i = 0; i < likeness.Length; i++)
        {
            var above = (scale * likeness[i]) - _means[i] - (0.45 * _deviations[i]);
            if (above > 0)
            {
                profile.Add(((ushort)i, above * Math.Sqrt(above)));
            }
        }

        return OccupationProfile.Of(profile);
    }

    /// <summary>Adds the profile's coordinates along the directions, times <paramref name="weight"/>.</summary>
    public void Project(OccupationProfile profile, double weight, Span<double> coordinates)
    {
        for (var i = 0; i < profile.Length; i++)
        {
            var value = weight * profile.Values[i];
            var row = _basis.AsSpan(profile.Occupations[i] * Directions, Directions);
            for (var direction = 0; direction < row.Length; direction++)
            {
                coordinates[direction] += value * row[direction];
            }
        }
    }

    private double[] Compare(TermVector text)
    {
        var likeness = new double[Count];
        var strongest = new double[Count];
        for (var i = 0; i < text.Terms.Length && text.Terms[i] < (uint)_entries.Terms; i++)
        {
            var weight = text.Weights[i];
            var end = _entries.Starts[text.Terms[i] + 1];
            for (var entry = _entries.Starts[text.Terms[i]]; entry < end; entry++)
            {
                var occupation = _entries.Occupations[entry];
                var share = weight * _entries.Weights[entry];
                likeness[occupation] += share;
                strongest[occupation] = Math.Max(strongest[occupation], share);
            }
        }

        for (var i = 0; i < likeness.Length; i++)
        {
            likeness[i] = OneStemLimit.Apply(likeness[i], strongest[i], StrongestToRest);
        }

        return likeness;
    }
}
