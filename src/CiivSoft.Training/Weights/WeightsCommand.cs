using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Embeddings;
using CiivSoft.Matching;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Training.Weights;

/// <summary>Fits the weights on the labelled sets and chooses the cuts on cross-fitted scores of the largest.</summary>
internal static class WeightsCommand
{
    public const string Usage = "weights --labelled FOLDER [--split dev] [--out FILE] [--embedding SOURCE]";

    public static async Task<int> RunAsync(CommandOptions options)
    {
        var embedding = EmbeddingSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        embedding.Source = options.Text("embedding", embedding.Source ?? "");
        embedding.Policy = null;
        var meaning = await EmbeddingLoader.OpenMeaningAsync(embedding, CancellationToken.None);

        // Not the policy that ships: it may be of other features than those to be fitted.
        var engine = MatchingEngine.Load(meaning, PolicyFile.Write(MatchPolicy.Unfitted));
        var parts = await LoadAsync(options.Required("labelled"), options.Text("split", "dev"), engine);
        var fit = new CrossFit(parts);
        var scores = fit.Scores(part => part.StrictFolds())[0];
        var fiilter = CutChoice.Fiilter(parts[0].Set, scores);
        var fitted = fit.Fit((_, _) => true);
        var policy = fitted with
        {
            Told = Round(fitted.Told),
            Listed = Round(fitted.Listed),
            FiilterCut = fiilter,
            ArkiiveCut = CutChoice.Arkiive(parts[0].Set, scores, fiilter),
            RefiineRise = RefiineRise.Of(parts[0].Set, scores, fiilter),
        };
        await File.WriteAllBytesAsync(
            options.Text("out", "src/CiivSoft.Matching/Models/policy.json"),
            PolicyFile.Write(policy)
        );
        Print(policy);
        return 0;
    }

    private static async Task<FittedPart[]> LoadAsync(string folder, string split, MatchingEngine engine)
    {
        var parts = new List<FittedPart>();
        foreach (var (name, shares) in FittedPart.Fitted)
        {
            var set = LabelledSet.Load(Path.Combine(folder, name), split);
            parts.Add(new FittedPart(set, await LabelledFeatures.OfAsync(set, engine, CancellationToken.None), shares));
        }

        return [.. parts];
    }

    private static LinearModel Round(LinearModel model) =>
        new([.. model.Weights.Select(Round)], Math.Round(model.Bias, 4));

    private static FeatureWeight Round(FeatureWeight weight) =>
        weight with
        {
            Weight = Math.Round(weight.Weight, 4),
            Mean = Math.Round(weight.Mean, 4),
            Deviation = Math.Round(weight.Deviation, 4),
        };

    private static void Print(MatchPolicy policy)
    {
        foreach (var (told, listed) in policy.Told.Weights.Zip(policy.Listed.Weights))
        {
            Console.WriteLine($"{told.Name, -20} {told.Weight:F3}, for lists of skills {listed.Weight:F3}");
        }

        Console.WriteLine(
            $"ARKiiVE {policy.ArkiiveCut:F2}, FiiLTER {policy.FiilterCut:F2}, REFiiNE of 10 "
                + $"{policy.RefiineCut(10):F2}, of 100 {policy.RefiineCut(100):F2}"
        );
    }
}
