namespace CiivSoft.Matching.Scoring;

/// <summary>Dense vectors in plain double arithmetic, always summed from the first element to the last.</summary>
internal static class DenseVector
{
    /// <summary>Scales to unit length in place; a zero vector stays zero.</summary>
    public static float[] Normalize(float[] vector)
    {
        var squares = 0.0;
        foreach (var x in vector)
        {
            squares += (double)x * x;
        }

        if (squares > 0)
        {
            var norm = Math.Sqrt(squares);
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] = (float)(vector[i] / norm);
            }
        }

        return vector;
    }

    /// <summary>The cosine of two unit (or zero) vectors without negative values, 0 to 1.</summary>
    public static double Cosine(float[] left, float[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += (double)left[i] * right[i];
        }

        return Math.Clamp(sum, 0, 1);
    }
}
