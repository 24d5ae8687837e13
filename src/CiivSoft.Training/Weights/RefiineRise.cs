using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Training.Weights;

/// <summary>
/// How REFiiNE's bar rises with the number of open postings. It takes the best of many scores, so the chance that an
/// unfit posting passes grows with their number. For several numbers of postings, drawn many times, the bar is sought
/// that only one résumé in eight passes which fits none of them: near it most are decided rightly. Nobody is referred below
/// FiiLTER's cut, so a lower bar counts as that cut. The answer is the slope of the least-squares line through FiiLTER's cut at
/// one posting, in log odds over the logarithm of the number.
/// </summary>
internal static class RefiineRise
{
    private const int Draws = 40;
    private const double WronglyReferred = 0.125;

    private static readonly int[] Sizes = [2, 4, 8, 16, 32, 64, 128];

    public static double Of(LabelledSet set, double[][] scores, double fiilterCut)
    {
        var (products, squares) = (0.0, 0.0);
        foreach (var size in Sizes.Where(size => size <= set.Jobs.Count))
        {
            var bar = Bar(set, scores, size);
            Console.WriteLine($"{size, 4} postings: one unfit résumé in eight passes {bar:F2}");
            products += StableMath.Log(size) * Math.Max(0, LogOdds(bar) - LogOdds(fiilterCut));
            squares += StableMath.Log(size) * StableMath.Log(size);
        }

        return Math.Round(products / squares, 3);
    }

    private static double Bar(LabelledSet set, double[][] scores, int size)
    {
        // Occupations too near to call are in no pool: they are neither right nor wrong.
        var pools = set.Pools.Select(pool => pool.ToHashSet()).ToArray();
        var best = new List<double>();
        for (var draw = 0; draw < Draws; draw++)
        {
            var jobs = Draw(set.Jobs.Count, size, draw);
            for (var resume = 0; resume < set.Resumes.Count; resume++)
            {
                var ranked = jobs.Where(job => pools[job].Contains(resume)).ToArray();
                if (ranked.Length > 0 && !ranked.Any(job => set.Relevant[job].Contains(resume)))
                {
                    best.Add(ranked.Max(job => scores[job][resume]));
                }
            }
        }

        best.Sort();
        return best[(int)((1 - WronglyReferred) * (best.Count - 1))];
    }

    /// <summary>Some of the jobs: those whose scrambled numbers are smallest.</summary>
    private static int[] Draw(int jobs, int size, int draw) =>
        [.. Enumerable.Range(0, jobs).OrderBy(job => Scramble((uint)((draw * jobs) + job + 1))).Take(size)];

    // The finishing steps of MurmurHash3: neighbouring numbers come out unlike.
    private static uint Scramble(uint number)
    {
        number = unchecked((number ^ (number >> 16)) * 0x85EBCA6Bu);
        number = unchecked((number ^ (number >> 13)) * 0xC2B2AE35u);
        return number ^ (number >> 16);
    }

    private static double LogOdds(double probability) => StableMath.Log(probability / (1 - probability));
}
