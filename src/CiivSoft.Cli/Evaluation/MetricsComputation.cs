using System.Security.Cryptography;
using System.Text;
using CiivSoft.Cli.Evaluation.Labelled;

namespace CiivSoft.Cli.Evaluation;

/// <summary>
/// Computes <see cref="Metrics"/> with jobs or résumés drawn repeatedly, for bootstrap intervals: a weight says how
/// often one was drawn. Ties are broken by the SHA-1 of both ids, so that a constant score ranks at random.
/// </summary>
internal sealed class MetricsComputation
{
    private const int Proposals = 7;

    private readonly LabelledSet _set;
    private readonly MetricCuts _cuts;
    private readonly IReadOnlyList<(int Job, double PrecisionAt7, double AveragePrecision)> _rankings;
    private readonly (double Score, bool IsFit, int Job)[] _pairs;
    private readonly IReadOnlyList<Referral> _referrals;

    public MetricsComputation(LabelledSet set, Func<int, int, double> score, MetricCuts cuts)
    {
        _set = set;
        _cuts = cuts;
        _rankings =
        [
            .. Enumerable.Range(0, set.Jobs.Count).Select(job => Rank(set, score, job)).OfType<(int, double, double)>(),
        ];
        _pairs =
        [
            .. set
                .Pairs.Select(pair => (Score: score(pair.Job, pair.Resume), pair.IsFit, pair.Job))
                .OrderByDescending(pair => pair.Score),
        ];
        _referrals = Refer(set, score);
    }

    /// <param name="jobWeights">How often each job counts.</param>
    /// <param name="resumeWeights">How often each résumé counts.</param>
    /// <param name="isCalibrated">Whether the scores are probabilities.</param>
    public Metrics Compute(int[] jobWeights, int[] resumeWeights, bool isCalibrated)
    {
        var jobs = _rankings.Sum(ranking => jobWeights[ranking.Job]);
        var roc = RocCurve.Of(_pairs, jobWeights, _cuts.Fiilter);
        var choosers = _referrals.Where(referral => referral.HasChoice).ToArray();
        var choices = choosers.Sum(referral => resumeWeights[referral.Resume]);
        return new Metrics
        {
            PrecisionAt7 = Share(_rankings.Sum(r => jobWeights[r.Job] * r.PrecisionAt7), jobs),
            MeanAveragePrecision = Share(_rankings.Sum(r => jobWeights[r.Job] * r.AveragePrecision), jobs),
            Auc = roc?.Auc,
            F1 = roc?.F1,
            AccuracyAt1 = Share(choosers.Sum(r => r.IsRight ? resumeWeights[r.Resume] : 0), choices),
            Decision = Decide(resumeWeights),
            CalibrationError = isCalibrated ? CalibrationError(jobWeights) : null,
        };
    }

    private static double? Share(double part, double whole) => whole > 0 ? part / whole : null;

    private static (int Job, double PrecisionAt7, double AveragePrecision)? Rank(
        LabelledSet set,
        Func<int, int, double> score,
        int job
    )
    {
        var pool = set.Pools[job];
        if (pool.Length < 2 || !pool.Any(set.Relevant[job].Contains))
        {
            return null;
        }

        var order = pool.OrderByDescending(resume => score(job, resume))
            .ThenBy(resume => Tie(set, job, resume), StringComparer.Ordinal);
        var (hits, hitsInSeven, sum, rank) = (0, 0, 0.0, 0);
        foreach (var resume in order)
        {
            rank++;
            if (set.Relevant[job].Contains(resume))
            {
                hits++;
                sum += hits / (double)rank;
                hitsInSeven += rank <= Proposals ? 1 : 0;
            }
        }

        return (job, hitsInSeven / (double)Proposals, sum / hits);
    }

    private static List<Referral> Refer(LabelledSet set, Func<int, int, double> score)
    {
        var candidates = new List<int>[set.Resumes.Count];
        for (var job = 0; job < set.Jobs.Count; job++)
        {
            foreach (var resume in set.Pools[job])
            {
                (candidates[resume] ??= []).Add(job);
            }
        }

        var referrals = new List<Referral>();
        for (var resume = 0; resume < candidates.Length; resume++)
        {
            if (candidates[resume] is not { } jobs)
            {
                continue;
            }

            var fits = jobs.Count(job => set.Relevant[job].Contains(resume));
            var at = resume;
            var best = jobs.OrderByDescending(job => score(job, at))
                .ThenBy(job => Tie(set, job, at), StringComparer.Ordinal)
                .First();
            referrals.Add(
                new Referral(resume, score(best, resume), fits, jobs.Count, set.Relevant[best].Contains(resume))
            );
        }

        return referrals;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security",
        "CA5350",
        Justification = "Not for security: the scorer of the labelled data breaks ties by SHA-1."
    )]
    private static string Tie(LabelledSet set, int job, int resume) =>
        Convert.ToHexString(
            SHA1.HashData(Encoding.UTF8.GetBytes($"{set.Jobs[job].JobId}|{set.Resumes[resume].ResumeId}"))
        );

    private double? Decide(int[] weights)
    {
        if (_set.IsJudged || _referrals.All(referral => referral.Fits > 0))
        {
            return null;
        }

        var total = _referrals.Sum(referral => weights[referral.Resume]);
        var right = _referrals.Sum(referral => referral.Fits == 0 ? weights[referral.Resume] : 0);
        var best = right;
        foreach (var referral in _referrals.OrderByDescending(referral => referral.Score))
        {
            if (referral.Score < _cuts.Refiine)
            {
                break;
            }

            right += weights[referral.Resume] * ((referral.IsRight ? 1 : 0) - (referral.Fits == 0 ? 1 : 0));
            best = Math.Max(best, right);
        }

        return Share(_cuts.Refiine is null ? best : right, total);
    }

    private double? CalibrationError(int[] weights)
    {
        var bins = CalibrationTable.Of(_pairs, weights);
        return Share(bins.Sum(bin => Math.Abs(bin.Scores - bin.Fits)), bins.Sum(bin => bin.Pairs));
    }

    /// <summary>A résumé's best job.</summary>
    private sealed record Referral(int Resume, double Score, int Fits, int Candidates, bool IsRight)
    {
        public bool HasChoice => Fits > 0 && Fits < Candidates;
    }
}
