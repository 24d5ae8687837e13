using CiivSoft.Matching.Scoring;
using CiivSoft.Matching.Scoring.Fitting;

namespace CiivSoft.Matching.Tests.Scoring;

public sealed class LogisticFitTests
{
    private const double Exact = 1e-5;

    [Fact]
    public void Where_features_say_nothing_the_bias_is_the_log_odds_of_what_fits()
    {
        var (weights, bias) = Fit(0, [.. Examples(0.7, fits: 3, others: 1)]);

        bias.ShouldBe(Math.Log(3), Exact);
        weights.ShouldHaveSingleItem().ShouldBe(new FeatureWeight("first", 0, 0.7, 1));
    }

    [Fact]
    public void Without_a_penalty_the_fit_gives_back_the_shares_of_what_fits()
    {
        var (weights, bias) = Fit(0, [.. Examples(0, fits: 1, others: 3), .. Examples(1, fits: 6, others: 2)]);

        var model = new LinearModel(weights, bias);
        model.Probability([0]).ShouldBe(0.25, Exact);
        model.Probability([1]).ShouldBe(0.75, Exact);
        weights[0].Mean.ShouldBe(8 / 12.0, Exact);
        weights[0].Deviation.ShouldBe(Math.Sqrt(2 / 9.0), Exact);
    }

    [Fact]
    public void Two_features_that_say_the_same_share_the_weight_and_one_that_says_nothing_gets_none()
    {
        FitExample[] examples =
        [
            .. Examples([0, 0, 1], fits: 1, others: 3),
            .. Examples([0, 0, 0], fits: 1, others: 3),
            .. Examples([1, 1, 1], fits: 3, others: 1),
            .. Examples([1, 1, 0], fits: 3, others: 1),
        ];

        var (weights, bias) = Fit(0.5, examples);

        weights.Select(w => w.Name).ShouldBe(["first", "second", "third"]);
        weights[1].Weight.ShouldBe(weights[0].Weight, 1e-4);
        weights[0].Weight.ShouldBeGreaterThan(0.2);
        weights[2].Weight.ShouldBe(0, Exact);
        bias.ShouldBe(0, Exact);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(4)]
    public void At_the_end_the_penalty_holds_the_balance_with_what_the_examples_pull(double penalty)
    {
        FitExample[] examples = [.. Examples(0.1, fits: 1, others: 4), .. Examples(0.9, fits: 5, others: 2)];

        var (weights, bias) = Fit(penalty, examples);

        var model = new LinearModel(weights, bias);
        var weight = weights[0];
        var pull = examples.Sum(e =>
            ((e.IsFit ? 1 : 0) - model.Probability(e.Features)) * ((e.Features[0] - weight.Mean) / weight.Deviation)
        );
        pull.ShouldBe(penalty * weight.Weight, Exact);
        weight.Weight.ShouldBeGreaterThan(0);
        examples.Sum(e => model.Probability(e.Features)).ShouldBe(6, Exact);
    }

    [Fact]
    public void What_speaks_against_a_fit_gets_no_negative_weight()
    {
        var (weights, bias) = Fit(0, [.. Examples(0, fits: 3, others: 1), .. Examples(1, fits: 1, others: 3)]);

        weights[0].Weight.ShouldBe(0);
        bias.ShouldBe(0, Exact);
    }

    [Fact]
    public void An_example_of_weight_two_counts_as_two()
    {
        FitExample[] once = [.. Examples(0, fits: 1, others: 3), .. Examples(1, fits: 3, others: 2)];
        FitExample[] weighted = [.. once, .. once.Where(e => e.IsFit)];
        FitExample[] heavy = [.. once.Select(e => e.IsFit ? e with { Weight = 2 } : e)];

        var twice = new LinearModel(Fit(0, weighted).Weights, Fit(0, weighted).Bias);
        var two = new LinearModel(Fit(0, heavy).Weights, Fit(0, heavy).Bias);

        two.Probability([0]).ShouldBe(twice.Probability([0]), Exact);
        two.Probability([1]).ShouldBe(twice.Probability([1]), Exact);
        two.Probability([1]).ShouldBe(6 / 8.0, Exact);
    }

    [Fact]
    public void A_set_where_more_fits_moves_neither_the_bias_nor_the_scale_of_the_first()
    {
        FitExample[] first = [.. Examples(0, fits: 1, others: 3), .. Examples(1, fits: 3, others: 1)];
        FitExample[] second =
        [
            .. Examples(3, fits: 9, others: 3).Select(e => e with { Group = 1 }),
            .. Examples(4, fits: 27, others: 1).Select(e => e with { Group = 1 }),
        ];

        var (weights, bias) = Fit(0, [.. first, .. second]);

        var model = new LinearModel(weights, bias);
        (weights[0].Mean, weights[0].Deviation).ShouldBe((0.5, 0.5));
        model.Probability([0]).ShouldBe(0.25, Exact);
        model.Probability([1]).ShouldBe(0.75, Exact);
    }

    private static (IReadOnlyList<FeatureWeight> Weights, double Bias) Fit(double penalty, FitExample[] examples) =>
        LogisticFit.Of(examples, ["first", "second", "third"], penalty);

    private static IEnumerable<FitExample> Examples(double feature, int fits, int others) =>
        Examples([feature], fits, others);

    private static IEnumerable<FitExample> Examples(double[] features, int fits, int others) =>
        Enumerable.Range(0, fits + others).Select(i => new FitExample(features, i < fits));
}
