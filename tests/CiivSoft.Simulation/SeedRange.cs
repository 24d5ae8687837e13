using CiivSoft.Simulation.Planted;

namespace CiivSoft.Simulation;

/// <summary>Runs a range of seeds on threads of its own; a seed never sees another.</summary>
internal static class SeedRange
{
    /// <param name="from">The first seed.</param>
    /// <param name="count">How many.</param>
    /// <param name="threads">On how many threads.</param>
    /// <param name="bug">The planted bug; null for none.</param>
    /// <param name="onResult">Called for each seed, one at a time, in no certain order.</param>
    public static void Run(int from, int count, int threads, Bug? bug, Action<SeedResult> onResult)
    {
        var next = from - 1;
        var gate = new Lock();
        var workers = Enumerable.Range(0, Math.Min(threads, count)).Select(_ => new Thread(Work)).ToList();
        workers.ForEach(w => w.Start());
        workers.ForEach(w => w.Join());

        void Work()
        {
            using var runner = new Runner();
            for (int seed; (seed = Interlocked.Increment(ref next)) < from + count; )
            {
                var result = runner.Run(seed, bug);
                lock (gate)
                {
                    onResult(result);
                }
            }
        }
    }
}
