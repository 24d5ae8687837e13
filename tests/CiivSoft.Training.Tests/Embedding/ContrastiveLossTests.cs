using CiivSoft.Training.Embedding;

namespace CiivSoft.Training.Tests.Embedding;

public sealed class ContrastiveLossTests
{
    private const double Temperature = 0.15;
    private const int Pairs = 5;
    private const int Dimensions = 8;

    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        const float step = 1e-2f;
        var (left, right) = Bags();
        ContrastiveLoss.Apply(left, right, Temperature);

        for (var i = 0; i < Dimensions; i++)
        {
            var slope = (LossWhere(i, step) - LossWhere(i, -step)) / (2 * step);
            ((double)left[2].Gradient[i]).ShouldBe(slope, 2e-3);
        }
    }

    [Fact]
    public void What_means_the_same_is_no_negative()
    {
        var (left, right) = Bags();
        var strict = ContrastiveLoss.Apply(left, right, Temperature);
        (left, right) = Bags();
        left[0].Owner.Same.Add(right[1].Owner);

        ContrastiveLoss.Apply(left, right, Temperature).ShouldBeLessThan(strict);
    }

    private static double LossWhere(int dimension, float step)
    {
        var (left, right) = Bags();
        left[2].Unit[dimension] += step;
        return ContrastiveLoss.Apply(left, right, Temperature);
    }

    private static (PooledBag[] Left, PooledBag[] Right) Bags()
    {
        var words = new WordVectors([.. Enumerable.Repeat(1.5, 2 * Pairs)], Dimensions, new Dice(3));
        var owners = Enumerable.Range(0, Pairs).Select(_ => Owner()).ToArray();
        return (
            [.. owners.Select((owner, i) => Pool(owner, i))],
            [.. owners.Select((owner, i) => Pool(owner, Pairs + i))]
        );

        PooledBag Pool(EncodedConcept owner, int word) =>
            new(
                Bag.Of(
                    owner,
                    [
                        [word],
                    ]
                ),
                words
            );
    }

    private static EncodedConcept Owner()
    {
        var owner = new EncodedConcept
        {
            Titles = [],
            Descriptions = [],
            Tasks = [],
            Tools = [],
        };
        owner.Same.Add(owner);
        return owner;
    }
}
