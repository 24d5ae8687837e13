using CiivSoft.Simulation.Planted;

namespace CiivSoft.Simulation;

/// <summary>Looks for the first seed that tells of each bug, and reports each as soon as its search ends, one at a time.</summary>
internal static class BugHunt
{
    public static IReadOnlyList<(Bug Bug, SeedResult? Found)> Run(
        IReadOnlyList<Bug> bugs,
        int from,
        int most,
        int threads,
        Action<Bug, SeedResult?> onEnd
    )
    {
        var found = new SeedResult?[bugs.Count];
        var next = -1;
        var gate = new Lock();
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToList();
        workers.ForEach(w => w.Start());
        workers.ForEach(w => w.Join());
        return [.. bugs.Zip(found)];

        void Work()
        {
            using var runner = new Runner();
            for (int i; (i = Interlocked.Increment(ref next)) < bugs.Count; )
            {
                found[i] = Enumerable
                    .Range(from, most)
                    .Select(seed => runner.Run(seed, bugs[i]))
                    .FirstOrDefault(r => r.Violations.Count > 0);
                lock (gate)
                {
                    onEnd(bugs[i], found[i]);
                }
            }
        }
    }
}
