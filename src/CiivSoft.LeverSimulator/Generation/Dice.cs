using System.Collections.Immutable;
using System.Text;

namespace CiivSoft.LeverSimulator.Generation;

/// <summary>
/// Chance that follows from a seed (SplitMix64), the same on every machine and runtime. A thing of the world has dice of its own,
/// named by what it is and its number, so that it can be made again without those before it. Not safe for several threads.
/// </summary>
internal sealed class Dice
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong _state;

    private Dice(ulong state) => _state = state;

    public static Dice For(int seed, string what, long number)
    {
        var state = Mix((uint)seed + Step);
        foreach (var letter in what)
        {
            state = Mix(state + letter + Step);
        }

        return new Dice(Mix(state + ((ulong)number * Step)));
    }

    /// <summary>Dice for a part of the same thing; throws here do not change throws there.</summary>
    public Dice Fork(string part)
    {
        var state = _state;
        foreach (var letter in part)
        {
            state = Mix(state + letter + Step);
        }

        return new Dice(state);
    }

    /// <summary>From <paramref name="low"/> up to, but without, <paramref name="high"/>.</summary>
    public int Next(int low, int high) => low + (int)(NextNumber() % (ulong)Math.Max(1, high - low));

    /// <summary>From <paramref name="low"/> up to, but without, <paramref name="high"/>.</summary>
    public long Next(long low, long high) => low + (long)(NextNumber() % (ulong)Math.Max(1, high - low));

    public bool Chance(double share) => NextShare() < share;

    /// <summary>Evenly from 0 up to, but without, 1.</summary>
    public double NextShare() => (NextNumber() >> 11) * (1.0 / (1UL << 53));

    public T Pick<T>(ImmutableArray<T> items) => items[Next(0, items.Length)];

    /// <summary><paramref name="count"/> different items in random order; all of them when there are fewer.</summary>
    public ImmutableArray<T> PickSome<T>(ImmutableArray<T> items, int count)
    {
        var shuffled = items.ToArray();
        var taken = Math.Min(count, shuffled.Length);
        for (var index = 0; index < taken; index++)
        {
            var other = Next(index, shuffled.Length);
            (shuffled[index], shuffled[other]) = (shuffled[other], shuffled[index]);
        }

        return [.. shuffled.AsSpan(0, taken)];
    }

    /// <summary>The index drawn by weight.</summary>
    public int PickWeighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var left = NextShare() * total;
        for (var index = 0; index < weights.Length; index++)
        {
            left -= weights[index];
            if (left < 0)
            {
                return index;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>
    /// Fills a line's slots: <c>{a|b}</c> one of them, <c>{3-9}</c> and <c>{0.4-3.2}</c> a number in between, <c>{name}</c> what
    /// <paramref name="values"/> gives for it.
    /// </summary>
    /// <exception cref="FormatException">A slot does not close, or nothing is known of its name.</exception>
    public string Fill(string line, Func<string, string?> values)
    {
        var open = line.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return line;
        }

        var text = new StringBuilder(line.Length + 16);
        var from = 0;
        for (; open >= 0; open = line.IndexOf('{', from))
        {
            var close = line.IndexOf('}', open);
            if (close < 0)
            {
                throw new FormatException($"A slot does not close: {line}");
            }

            text.Append(line, from, open - from).Append(FillSlot(line[(open + 1)..close], values));
            from = close + 1;
        }

        return text.Append(line, from, line.Length - from).ToString();
    }

    private string FillSlot(string slot, Func<string, string?> values)
    {
        if (slot.Contains('|', StringComparison.Ordinal))
        {
            return Pick([.. slot.Split('|')]);
        }

        return NumberBetween(slot)
            ?? values(slot)
            ?? throw new FormatException($"Nothing is known to fill the slot {{{slot}}} with.");
    }

    private string? NumberBetween(string slot)
    {
        var dash = slot.IndexOf('-', StringComparison.Ordinal);
        if (dash <= 0 || !char.IsAsciiDigit(slot[0]))
        {
            return null;
        }

        var (low, high) = (slot[..dash], slot[(dash + 1)..]);
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        if (!slot.Contains('.', StringComparison.Ordinal))
        {
            return Next(int.Parse(low, invariant), int.Parse(high, invariant) + 1).ToString(invariant);
        }

        var tenths = Next((int)(double.Parse(low, invariant) * 10), (int)(double.Parse(high, invariant) * 10) + 1);
        return (tenths / 10.0).ToString("0.0", invariant);
    }

    private ulong NextNumber() => Mix(_state += Step);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
