using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Matching;

namespace CiivSoft.Cli.Evaluation;

/// <summary>Measures the shipped matching and the baselines on every labelled set of a folder.</summary>
internal sealed class QualityReport(MatchingEngine engine, string split, string fittedOn, int draws)
{
    public IEnumerable<ReportRow> Measure(string folder) =>
        Directory
            .GetDirectories(folder)
            .Where(set => File.Exists(Path.Combine(set, $"pairs.{split}.jsonl")))
            .Order(StringComparer.Ordinal)
            .SelectMany(set => Measure(LabelledSet.Load(set, split)));

    private IEnumerable<ReportRow> Measure(LabelledSet set)
    {
        var features = LabelledFeatures.Of(set, engine);
        var cuts = new MetricCuts(engine.FiilterCut, engine.RefiineCut(set.Jobs.Count));
        yield return Row(set, "shipped", features.Score, cuts, isCalibrated: true);
        if (string.Equals(set.Name, fittedOn, StringComparison.Ordinal))
        {
            var byJob = CrossFit.Scores(set, features, Folds.ByJob(set));
            yield return Row(set, "five-fold by job", (job, resume) => byJob[job][resume], cuts, isCalibrated: true);
            var strict = CrossFit.Scores(set, features, Folds.ByOccupation(set));
            yield return Row(
                set,
                "five-fold by occupation",
                (job, resume) => strict[job][resume],
                cuts,
                isCalibrated: true
            );
        }

        var baselines = new LexicalBaselines(set);
        var best = new MetricCuts(null, null);
        yield return Row(set, "TF-IDF", baselines.TfIdf, best, isCalibrated: false);
        yield return Row(set, "BM25", baselines.Bm25, best, isCalibrated: false);
    }

    private ReportRow Row(
        LabelledSet set,
        string method,
        Func<int, int, double> score,
        MetricCuts cuts,
        bool isCalibrated
    )
    {
        var known = set.Jobs.Select((_, job) => Known(set, job, score)).ToArray();
        var computation = new MetricsComputation(set, (job, resume) => known[job][resume], cuts);
        return new ReportRow(set.Name, method, Bootstrap.Of(set, computation, draws, isCalibrated));
    }

    /// <summary>Only the scores that are asked for: the pool's and the listed pairs'.</summary>
    private static Dictionary<int, double> Known(LabelledSet set, int job, Func<int, int, double> score) =>
        set.Pools[job]
            .Concat(set.Pairs.Where(pair => pair.Job == job).Select(pair => pair.Resume))
            .Distinct()
            .ToDictionary(resume => resume, resume => score(job, resume));
}
