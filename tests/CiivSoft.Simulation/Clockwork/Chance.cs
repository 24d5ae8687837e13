namespace CiivSoft.Simulation.Clockwork;

/// <summary>The one source of chance of a seed. Every question moves it on, so that the order of questions is a part of the seed.</summary>
internal sealed class Chance(int seed)
{
    public Random Random { get; } = new(seed);

    public bool Is(double probability) => probability > 0 && Random.NextDouble() < probability;

    /// <summary>From the first up to, and not including, the second.</summary>
    public int Between(int from, int to) => Random.Next(from, to);

    public TimeSpan Between(TimeSpan from, TimeSpan to) => from + ((to - from) * Random.NextDouble());

    public TimeSpan Milliseconds(int from, int to) =>
        Between(TimeSpan.FromMilliseconds(from), TimeSpan.FromMilliseconds(to));

    public TimeSpan Seconds(double from, double to) => Between(TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(to));

    public T Pick<T>(IReadOnlyList<T> items) => items[Random.Next(items.Count)];
}
