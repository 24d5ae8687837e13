namespace CiivSoft.Training.Knowledge;

/// <summary>The directions along which vectors differ most: orthogonal iteration from a fixed start.</summary>
internal static class PrincipalDirections
{
    private const int Rounds = 30;

    /// <summary>The directions as columns: one row of <paramref name="count"/> numbers for each coordinate.</summary>
    /// <param name="vectors">All of equal length, which is at least <paramref name="count"/>.</param>
    /// <param name="count">How many directions.</param>
    public static double[][] Of(IReadOnlyList<double[]> vectors, int count)
    {
        var size = vectors[0].Length;
        var directions = Enumerable.Range(0, count).Select(i => Start(i, size)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            Orthonormalize(directions);
            var previous = directions;
            directions = new double[count][];
            Parallel.For(0, count, i => directions[i] = Spread(vectors, previous[i]));
        }

        Orthonormalize(directions);
        return [.. Enumerable.Range(0, size).Select(i => directions.Select(direction => direction[i]).ToArray())];
    }

    /// <summary>Any start will do that is not orthogonal to what is sought: scattered fractions of the golden ratio.</summary>
    private static double[] Start(int direction, int size) =>
        [.. Enumerable.Range(1, size).Select(i => (((direction + 1) * i * 0.6180339887498949) % 1) - 0.5)];

    private static double[] Spread(IReadOnlyList<double[]> vectors, double[] direction)
    {
        var spread = new double[direction.Length];
        foreach (var vector in vectors)
        {
            var along = Dot(vector, direction);
            for (var i = 0; i < spread.Length; i++)
            {
                spread[i] += along * vector[i];
            }
        }

        return spread;
    }

    private static void Orthonormalize(double[][] directions)
    {
        for (var i = 0; i < directions.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Subtract(directions[i], directions[j], Dot(directions[i], directions[j]));
            }

            var length = Math.Sqrt(Dot(directions[i], directions[i]));
            for (var k = 0; k < directions[i].Length; k++)
            {
                directions[i][k] /= length;
            }
        }
    }

    private static void Subtract(double[] from, double[] vector, double factor)
    {
        for (var i = 0; i < from.Length; i++)
        {
            from[i] -= factor * vector[i];
        }
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
