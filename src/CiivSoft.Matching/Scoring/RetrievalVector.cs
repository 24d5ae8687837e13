using CiivSoft.Matching.Knowledge;

namespace CiivSoft.Matching.Scoring;

/// <summary>
/// The vectors that find candidates: their cosine follows the part of the score that occupations and meaning make up.
/// A résumé's parts are added as the score weighs them, and a last coordinate fills it up to unit length, so that a
/// résumé with clear parts stays ahead of one without.
/// </summary>
internal sealed class RetrievalVector(Occupations occupations, int meaningDimensions)
{
    // About the shipped policy's weights for one unit of each feature, but fixed: stored vectors outlive a policy.
    private const double Meaning = 4;
    private const double Whole = 3;
    private const double History = 2;
    private const double Recent = 4;

    private static readonly double Longest = Math.Sqrt(
        (Meaning * Meaning) + ((Whole + History + Recent) * (Whole + History + Recent))
    );

    public int Dimensions => meaningDimensions + occupations.Directions + 1;

    /// <summary>The meaning of a résumé, as far as its vector holds it, to about six digits.</summary>
    public float[] MeaningOf(ReadOnlySpan<float> vector)
    {
        var meaning = new float[meaningDimensions];
        for (var i = 0; i < meaning.Length; i++)
        {
            meaning[i] = (float)(vector[i] * Longest / Meaning);
        }

        return meaning;
    }

    public float[] OfPosting(OccupationProfile profile, float[] meaning)
    {
        var vector = new double[Dimensions];
        Add(meaning, 1, vector);
        occupations.Project(profile, 1, vector.AsSpan(meaningDimensions, occupations.Directions));
        return DenseVector.Normalize([.. vector.Select(x => (float)x)]);
    }

    public float[] OfResume(
        OccupationProfile whole,
        OccupationProfile history,
        OccupationProfile recent,
        float[] meaning
    )
    {
        var vector = new double[Dimensions];
        Add(meaning, Meaning / Longest, vector);
        var coordinates = vector.AsSpan(meaningDimensions, occupations.Directions);
        occupations.Project(whole, Whole / Longest, coordinates);
        occupations.Project(history, History / Longest, coordinates);
        occupations.Project(recent, Recent / Longest, coordinates);
        var squares = 0.0;
        foreach (var x in vector)
        {
            squares += x * x;
        }

        // An empty résumé stays a zero vector, which no search finds.
        vector[^1] = squares > 0 ? Math.Sqrt(Math.Max(0, 1 - squares)) : 0;
        return DenseVector.Normalize([.. vector.Select(x => (float)x)]);
    }

    private void Add(float[] values, double weight, double[] vector)
    {
        var scale = values.Length > meaningDimensions ? weight / LengthOfPart(values) : weight;
        for (var i = 0; i < meaningDimensions; i++)
        {
            vector[i] += scale * values[i];
        }
    }

    // Of a part that is all zeros 1, so that it stays so.
    private double LengthOfPart(float[] values)
    {
        var squares = 0.0;
        for (var i = 0; i < meaningDimensions; i++)
        {
            squares += (double)values[i] * values[i];
        }

        return squares > 0 ? Math.Sqrt(squares) : 1;
    }
}
