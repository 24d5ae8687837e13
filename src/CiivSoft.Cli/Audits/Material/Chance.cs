namespace CiivSoft.Cli.Audits.Material;

/// <summary>Chance that repeats: an audit run twice prints the same figures.</summary>
internal sealed class Chance(int seed)
{
#pragma warning disable CA5394 // Samples need repeatable chance, not secrets.
    private readonly Random _random = new(seed);

    /// <summary>A whole number from 0 to below <paramref name="end"/>.</summary>
    public int Next(int end) => _random.Next(end);

    /// <summary>A whole number from <paramref name="start"/> to below <paramref name="end"/>.</summary>
    public int Next(int start, int end) => _random.Next(start, end);

    public double NextShare() => _random.NextDouble();

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>Some of them, at most <paramref name="count"/>, each once, in a drawn order.</summary>
    public T[] Draw<T>(IEnumerable<T> items, int count)
    {
        var all = items.ToArray();
        _random.Shuffle(all);
        return all[..Math.Min(count, all.Length)];
    }
#pragma warning restore CA5394
}
