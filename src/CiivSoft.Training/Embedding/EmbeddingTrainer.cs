namespace CiivSoft.Training.Embedding;

/// <summary>Trains word vectors on pairs that mean the same, with Adagrad, a warm-up and a linear fall.</summary>
internal sealed class EmbeddingTrainer(PairSampler sampler, WordVectors words, TextWriter log)
{
    private const int PairsPerBatch = 256;
    private const int WarmUpSteps = 200;
    private const int ReportEvery = 200;
    private const float VectorRate = 0.05f;
    private const double WeightRate = 0.02;
    private const double LastRate = 0.1;
    private const double Temperature = 0.15;

    public void Train(int steps)
    {
        var gradient = new BatchGradient(words.Count, words.Dimensions);
        var loss = 0.0;
        for (var step = 0; step < steps; step++)
        {
            var batch = sampler.Batch(PairsPerBatch);
            var left = batch.Select(pair => new PooledBag(pair.Left, words)).ToArray();
            var right = batch.Select(pair => new PooledBag(pair.Right, words)).ToArray();
            loss += ContrastiveLoss.Apply(left, right, Temperature);
            foreach (var bag in left.Concat(right))
            {
                bag.Backpropagate(words, gradient);
            }
            var pace = Pace(step, steps);
            gradient.Apply(words, (float)(VectorRate * pace), WeightRate * pace);
            if ((step + 1) % ReportEvery == 0)
            {
                log.WriteLine($"step {step + 1} of {steps}: loss {loss / ReportEvery:F4}");
                loss = 0;
            }
        }
    }

    private static double Pace(int step, int steps) =>
        step < WarmUpSteps
            ? (step + 1.0) / WarmUpSteps
            : 1 - ((1 - LastRate) * (step - WarmUpSteps) / Math.Max(1, steps - WarmUpSteps));
}
