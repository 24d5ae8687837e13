namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>Divides a set's jobs for cross-fitting.</summary>
internal static class Folds
{
    public const int Count = 5;

    /// <summary>A fold for each job, in turn.</summary>
    public static int[] ByJob(LabelledSet set) => [.. Enumerable.Range(0, set.Jobs.Count).Select(Scatter)];

    /// <summary>A fold for each job; jobs that share a fitting résumé (one occupation) stay together.</summary>
    public static int[] ByOccupation(LabelledSet set)
    {
        var group = Enumerable.Range(0, set.Jobs.Count).ToArray();
        for (var left = 0; left < group.Length; left++)
        {
            for (var right = 0; right < left; right++)
            {
                if (group[left] != group[right] && set.Relevant[left].Overlaps(set.Relevant[right]))
                {
                    var (from, to) = (group[left], group[right]);
                    group = [.. group.Select(g => g == from ? to : g)];
                }
            }
        }

        var order = group.Distinct().ToList();
        return [.. group.Select(g => order.IndexOf(g) % Count)];
    }

    // Neighbours in the file are often of one occupation; a step of 7 sends them to different folds all the same.
    private static int Scatter(int job) => job * 7 % Count;
}
