using CiivSoft.Matching.Vectors;

namespace CiivSoft.Matching.Tests.Vectors;

internal static class TestVectors
{
    /// <summary>A unit vector around a direction that all share, as sentence vectors do: cosines of about 0.7.</summary>
    public static float[] Crowded(Random random, int dimensions)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            var noise = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
            vector[i] = (float)(noise + (i % 3 == 0 ? 1.3 : 0));
        }
        return UnitVector.Of(vector);
    }
}
