namespace CiivSoft.Matching.Vectors;

/// <summary>Brings vectors to length 1, so that dot products are cosines.</summary>
public static class UnitVector
{
    /// <summary>
    /// A new vector of length 1; zeros stay zeros. Summed in doubles from first to last: the same bits everywhere.
    /// </summary>
    public static float[] Of(ReadOnlySpan<float> vector)
    {
        var squares = 0.0;
        foreach (var value in vector)
        {
            squares += (double)value * value;
        }
        var unit = new float[vector.Length];
        if (squares > 0)
        {
            var length = Math.Sqrt(squares);
            for (var i = 0; i < unit.Length; i++)
            {
                unit[i] = (float)(vector[i] / length);
            }
        }
        return unit;
    }
}
