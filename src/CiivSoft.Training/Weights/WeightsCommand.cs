using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Matching;
using CiivSoft.Matching.Scoring;
using CiivSoft.Matching.Scoring.Fitting;

namespace CiivSoft.Training.Weights;

/// <summary>Fits the weights on one labelled set and chooses the cuts on cross-fitted scores of it.</summary>
internal static class WeightsCommand
{
    public const string Usage = "weights --labelled FOLDER [--split dev] [--out FILE]";

    public static int Run(CommandOptions options)
    {
        var set = LabelledSet.Load(options.Required("labelled"), options.Text("split", "dev"));
        var features = LabelledFeatures.Of(set, MatchingEngine.LoadDefault());
        var scores = CrossFit.Scores(set, features, Folds.ByOccupation(set));
        var (weights, bias) = LogisticFit.Of(CrossFit.Examples(set, features, _ => true), CrossFit.Penalty);
        var fiilter = CutChoice.Fiilter(set, scores);
        var policy = new MatchPolicy
        {
            Version = "",
            Weights = [.. weights.Select(Round)],
            Bias = Math.Round(bias, 4),
            FiilterCut = fiilter,
            ArkiiveCut = CutChoice.Arkiive(set, scores, fiilter),
            RefiineRise = RefiineRise.Of(set, scores, fiilter),
        };
        File.WriteAllBytes(options.Text("out", "src/CiivSoft.Matching/Models/policy.json"), PolicyFile.Write(policy));
        Print(policy);
        return 0;
    }

    private static FeatureWeight Round(FeatureWeight weight) =>
        weight with
        {
            Weight = Math.Round(weight.Weight, 4),
            Mean = Math.Round(weight.Mean, 4),
            Deviation = Math.Round(weight.Deviation, 4),
        };

    private static void Print(MatchPolicy policy)
    {
        foreach (var weight in policy.Weights)
        {
            Console.WriteLine($"{weight.Name, -20} {weight.Weight:F3}");
        }

        Console.WriteLine(
            $"bias {policy.Bias:F3}, ARKiiVE {policy.ArkiiveCut:F2}, FiiLTER {policy.FiilterCut:F2}, REFiiNE of 10 "
                + $"{policy.RefiineCut(10):F2}, of 100 {policy.RefiineCut(100):F2}"
        );
    }
}
