using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Training.Embedding;

/// <summary>
/// Symmetric in-batch softmax: each left bag should find its right one among all right bags, and the other way round.
/// Bags of the same occupation, or of one that the crosswalk links to it, are not counted as wrong.
/// </summary>
internal static class ContrastiveLoss
{
    /// <summary>Fills the gradients of both sides; the mean loss of a pair.</summary>
    public static double Apply(PooledBag[] left, PooledBag[] right, double temperature)
    {
        var pairs = left.Length;
        var powers = Array.ConvertAll(left, _ => new double[pairs]);
        var rows = new double[pairs];
        var columns = new double[pairs];
        for (var i = 0; i < pairs; i++)
        {
            for (var j = 0; j < pairs; j++)
            {
                if (i == j || !left[i].Owner.Same.Contains(right[j].Owner))
                {
                    // Cosines are at most 1, so no maximum has to be taken out of the exponent.
                    powers[i][j] = StableMath.Exp(Kernels.Dot(left[i].Unit, right[j].Unit) / temperature);
                    rows[i] += powers[i][j];
                    columns[j] += powers[i][j];
                }
            }
        }
        var loss = 0.0;
        for (var i = 0; i < pairs; i++)
        {
            loss -= StableMath.Log(powers[i][i] / rows[i]) + StableMath.Log(powers[i][i] / columns[i]);
            for (var j = 0; j < pairs; j++)
            {
                var share = (powers[i][j] / rows[i]) + (powers[i][j] / columns[j]) - (i == j ? 2 : 0);
                var slope = (float)(share / (2 * pairs * temperature));
                Kernels.AddScaled(left[i].Gradient, right[j].Unit, slope);
                Kernels.AddScaled(right[j].Gradient, left[i].Unit, slope);
            }
        }
        return loss / (2 * pairs);
    }
}
