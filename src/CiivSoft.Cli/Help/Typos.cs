namespace CiivSoft.Cli.Help;

/// <summary>Which known words a mistyped one was probably meant to be.</summary>
internal static class Typos
{
    private const int Most = 3;

    /// <summary>The words with the fewest keys wrong, when those are at most a third of the word; else those it begins.</summary>
    public static IReadOnlyList<string> Nearest(string typed, IEnumerable<string> words)
    {
        var known = words.ToList();
        var ranked = known
            .Select(word => (Word: word, Wrong: Distance(typed, word)))
            .Where(pair => pair.Wrong <= Math.Max(1, pair.Word.TrimStart('-').Length / 3))
            .ToList();
        if (ranked.Count == 0)
        {
            return
            [
                .. known
                    .Where(word => typed.Length > 2 && word.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                    .Take(Most),
            ];
        }

        var least = ranked.Min(pair => pair.Wrong);
        return [.. ranked.Where(pair => pair.Wrong == least).Select(pair => pair.Word).Take(Most)];
    }

    /// <summary>Letters that are wrong, missing, too many or swapped with their neighbour (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var cost = Enumerable.Range(0, a.Length + 1).Select(_ => new int[b.Length + 1]).ToArray();
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                cost[i][j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Step(cost, a, b, i, j);
            }
        }

        return cost[a.Length][b.Length];
    }

    private static int Step(int[][] cost, string a, string b, int i, int j)
    {
        var isSame = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
        var least = Math.Min(Math.Min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (isSame ? 0 : 1));
        var isSwapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwapped ? Math.Min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
