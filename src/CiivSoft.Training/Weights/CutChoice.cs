using CiivSoft.Cli.Evaluation.Labelled;

namespace CiivSoft.Training.Weights;

/// <summary>Chooses the bars of FiiLTER and ARKiiVE, in hundredths.</summary>
internal static class CutChoice
{
    // Of five people whom a solution puts forward at least four shall fit.
    private const double LeastPrecision = 0.8;
    private const double NoDifference = 0.003;
    private const int Proposals = 7;

    private static readonly double[] Cuts = [.. Enumerable.Range(10, 86).Select(hundredth => hundredth / 100.0)];

    /// <summary>
    /// The cut with the best F1 over the listed pairs among those with the least precision. F1 is flat near its best: of
    /// cuts as good the highest, since who stays in New Applicant is still seen by a recruiter.
    /// </summary>
    public static double Fiilter(LabelledSet set, double[][] scores)
    {
        var fits = set.Pairs.Count(pair => pair.IsFit);
        var choices = Cuts.Select(cut =>
        {
            var passed = set.Pairs.Where(pair => scores[pair.Job][pair.Resume] >= cut).ToArray();
            var right = passed.Count(pair => pair.IsFit);
            var precision = passed.Length == 0 ? 0 : right / (double)passed.Length;
            return (Cut: cut, Precision: precision, F1: 2.0 * right / (passed.Length + fits));
        });
        var precise = choices.Where(choice => choice.Precision >= LeastPrecision).ToArray();
        return precise.Last(choice => choice.F1 >= precise.Max(other => other.F1) - NoDifference).Cut;
    }

    /// <summary>
    /// ARKiiVE takes the best of a whole database and puts forward people who did not apply, so a wrong proposal costs as
    /// much as a right one gains: the cut, not below FiiLTER's, with the most right less wrong proposals (at most seven a
    /// job). Of cuts as good the lowest, since nobody else sees whom it passes over.
    /// </summary>
    public static double Arkiive(LabelledSet set, double[][] scores, double lowest)
    {
        var choices = Cuts.Where(cut => cut >= lowest)
            .Select(cut => (Cut: cut, Gain: Gain(set, scores, cut)))
            .ToArray();
        return choices.First(choice => choice.Gain >= (1 - NoDifference) * choices.Max(other => other.Gain)).Cut;
    }

    private static int Gain(LabelledSet set, double[][] scores, double cut)
    {
        var gain = 0;
        for (var job = 0; job < set.Jobs.Count; job++)
        {
            gain += set.Pools[job]
                .Where(resume => scores[job][resume] >= cut)
                .OrderByDescending(resume => scores[job][resume])
                .Take(Proposals)
                .Sum(resume => set.Relevant[job].Contains(resume) ? 1 : -1);
        }

        return gain;
    }
}
