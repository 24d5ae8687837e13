using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation.People;

/// <summary>Hands out what was done in jobs, so that no line comes twice in one career as long as there are others.</summary>
internal sealed class DutyLines(Dice dice)
{
    private readonly Dictionary<string, Queue<LeveledLine>> _left = new(StringComparer.Ordinal);

    /// <summary>Duties and, for those who are no beginners, an achievement or two at the end; no line twice.</summary>
    public ImmutableArray<string> Take(Occupation occupation, int level, int count)
    {
        // A sheet may have fewer lines for beginners than a long job would take.
        count = Math.Min(count, occupation.Duties.Count(line => line.FromLevel <= level));
        var achievements = level == 1 ? 0 : Math.Min(2, 1 + (count / 6));
        var lines = new HashSet<LeveledLine>();
        for (var line = 0; line < count - achievements; line++)
        {
            lines.Add(Next(occupation.Key, occupation.Duties, level, lines));
        }

        for (var line = 0; line < achievements; line++)
        {
            lines.Add(Next(occupation.Key + "!", occupation.Achievements, level, lines));
        }

        return [.. lines.Select(line => dice.Fill(line.Text, slot => ValueOf(slot, occupation)))];
    }

    private LeveledLine Next(string pool, ImmutableArray<LeveledLine> lines, int level, HashSet<LeveledLine> taken)
    {
        while (true)
        {
            if (!_left.TryGetValue(pool, out var left) || left.Count == 0)
            {
                _left[pool] = left = new Queue<LeveledLine>(dice.PickSome(lines, lines.Length));
            }

            var line = left.Dequeue();
            if (line.FromLevel <= level && !taken.Contains(line))
            {
                return line;
            }
        }
    }

    private string? ValueOf(string slot, Occupation occupation) =>
        slot switch
        {
            "tool" => dice.Pick(occupation.Tools),
            "skill" => dice.Pick(occupation.Skills),
            _ => null,
        };
}
