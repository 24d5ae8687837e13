using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Matching;

namespace CiivSoft.Cli.Evaluation;

/// <summary>Measures the matching, and what it must beat, on every labelled set of a folder.</summary>
internal sealed class QualityReport(
    IMatchingEngine engine,
    string split,
    int draws,
    IReadOnlyList<EmbeddingUnderTest> embeddings
)
{
    private const string Strict = "five-fold by occupation";
    private const string ByJob = "five-fold by job";

    private static readonly MetricCuts Best = new(null, null);

    public async Task<QualityTables> MeasureAsync(string folder, CancellationToken cancellationToken)
    {
        var sets = Directory
            .GetDirectories(folder)
            .Where(set => File.Exists(Path.Combine(set, $"pairs.{split}.jsonl")))
            .Order(StringComparer.Ordinal)
            .Select(set => LabelledSet.Load(set, split))
            .Select(set => new FittedPart(
                set,
                LabelledFeatures.Of(set, engine),
                FittedPart.Fitted.GetValueOrDefault(set.Name)
            ))
            .ToArray();
        var fitted = sets.Where(part => part.IsFitted).OrderByDescending(part => part.IsCalibrated).ToArray();
        var isWhole = fitted.Length == FittedPart.Fitted.Count;
        var fit = new CrossFit(fitted);
        var byJob = isWhole ? fit.Scores(part => Folds.ByJob(part.Set)) : [];
        var strict = isWhole ? fit.Scores(part => part.StrictFolds()) : [];
        var tables = new QualityTables();
        foreach (var part in sets)
        {
            var index = isWhole ? Array.IndexOf(fitted, part) : -1;
            var ours = AddOurs(tables, part, index < 0 ? null : byJob[index], index < 0 ? null : strict[index]);
            await AddRivalsAsync(tables, part, ours, cancellationToken);
        }

        if (isWhole)
        {
            AddAblation(tables, fit, fitted, strict);
            tables.Calibration.AddRange(CalibrationOf(fitted[0], strict[0]));
            tables.Confusions.AddRange(Confusions.Of(engine, fitted[0], strict[0]));
        }

        return tables;
    }

    private Bootstrap AddOurs(QualityTables tables, FittedPart part, double[][]? byJob, double[][]? strict)
    {
        var (set, features) = (part.Set, part.Features);
        var cuts = new MetricCuts(engine.FiilterCut, engine.RefiineCut(set.Jobs.Count));
        var shipped = Sample(set, features.Score, cuts, isCalibrated: true);
        tables.Add(set, "shipped", shipped);
        if (byJob is null || strict is null)
        {
            return shipped;
        }

        var ours = Sample(set, (job, resume) => strict[job][resume], cuts, isCalibrated: true);
        if (part.IsCalibrated)
        {
            tables.Add(set, ByJob, Sample(set, (job, resume) => byJob[job][resume], cuts, isCalibrated: true));
        }

        tables.Add(set, part.IsCalibrated ? Strict : ByJob, ours);
        return ours;
    }

    private async Task AddRivalsAsync(
        QualityTables tables,
        FittedPart part,
        Bootstrap ours,
        CancellationToken cancellationToken
    )
    {
        var (set, features) = (part.Set, part.Features);
        var lexical = new LexicalBaselines(set);
        AddRival(tables, set, "TF-IDF", lexical.TfIdf, ours);
        AddRival(tables, set, "BM25", lexical.Bm25, ours);
        if (new NineScores(set, lexical, features).Scores() is { } nine)
        {
            AddRival(tables, set, "nine scores, five-fold", (job, resume) => nine[job][resume], ours);
        }

        foreach (var embedding in embeddings)
        {
            var cosines = await embedding.CosinesAsync(set, cancellationToken);
            AddRival(tables, set, $"{embedding.Name} alone", (job, resume) => cosines[job][resume], ours);
            if (!embedding.IsShipped)
            {
                await AddInPlaceAsync(tables, set, embedding, cancellationToken);
            }
        }
    }

    // The shipped weights and cuts were not fitted for it: calibration (ECE) tells how far they carry.
    private async Task AddInPlaceAsync(
        QualityTables tables,
        LabelledSet set,
        EmbeddingUnderTest embedding,
        CancellationToken cancellationToken
    )
    {
        var other = await embedding.LoadEngineAsync(cancellationToken);
        var features = await LabelledFeatures.OfAsync(set, other, cancellationToken);
        var cuts = new MetricCuts(other.FiilterCut, other.RefiineCut(set.Jobs.Count));
        tables.Add(set, $"shipped with {embedding.Name}", Sample(set, features.Score, cuts, isCalibrated: true));
    }

    private void AddRival(
        QualityTables tables,
        LabelledSet set,
        string method,
        Func<int, int, double> score,
        Bootstrap ours
    )
    {
        var rival = Sample(set, score, Best, isCalibrated: false);
        tables.Add(set, method, rival);
        tables.Gains.Add(new ReportRow(set.Name, $"over {method}", ours.Over(rival)));
    }

    private void AddAblation(QualityTables tables, CrossFit fit, FittedPart[] parts, double[][][] whole)
    {
        var cuts = parts
            .Select(part => new MetricCuts(engine.FiilterCut, engine.RefiineCut(part.Set.Jobs.Count)))
            .ToArray();
        Add("all features", whole);
        for (var feature = 0; feature < LabelledFeatures.Names.Count; feature++)
        {
            Add($"without {LabelledFeatures.Names[feature]}", fit.Scores(part => part.StrictFolds(), feature));
        }

        void Add(string name, double[][][] scores)
        {
            for (var part = 0; part < parts.Length; part++)
            {
                var of = scores[part];
                var sample = Sample(
                    parts[part].Set,
                    (j, r) => of[j][r],
                    cuts[part],
                    isCalibrated: true,
                    withDraws: false
                );
                tables.Ablation.Add(new ReportRow(parts[part].Set.Name, name, sample.Figures));
            }
        }
    }

    private Bootstrap Sample(
        LabelledSet set,
        Func<int, int, double> score,
        MetricCuts cuts,
        bool isCalibrated,
        bool withDraws = true
    )
    {
        var known = set.Jobs.Select((_, job) => Known(set, job, score)).ToArray();
        var computation = new MetricsComputation(set, (job, resume) => known[job][resume], cuts);
        return Bootstrap.Of(set, computation, withDraws ? draws : 0, isCalibrated);
    }

    private static IReadOnlyList<CalibrationBin> CalibrationOf(FittedPart part, double[][] scores) =>
        CalibrationTable.Of(
            [
                .. part
                    .Set.Pairs.Select(pair => (Score: scores[pair.Job][pair.Resume], pair.IsFit, pair.Job))
                    .OrderByDescending(pair => pair.Score),
            ],
            [.. part.Set.Jobs.Select(_ => 1)]
        );

    /// <summary>Only the scores that are asked for: the pool's and the listed pairs'.</summary>
    private static Dictionary<int, double> Known(LabelledSet set, int job, Func<int, int, double> score) =>
        set.Pools[job]
            .Concat(set.Pairs.Where(pair => pair.Job == job).Select(pair => pair.Resume))
            .Distinct()
            .ToDictionary(resume => resume, resume => score(job, resume));
}
