using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation.People;

/// <summary>Hands out what was done in jobs, so that no line comes twice in one career as long as there are others.</summary>
internal sealed class DutyLines(Dice dice)
{
    private readonly Dictionary<string, Queue<string>> _left = new(StringComparer.Ordinal);

    /// <summary>Duties and, for those who are no beginners, an achievement or two at the end.</summary>
    public ImmutableArray<string> Take(Occupation occupation, int level, int count)
    {
        var achievements = level == 1 ? 0 : Math.Min(2, 1 + (count / 6));
        var lines = new List<string>();
        for (var line = 0; line < count - achievements; line++)
        {
            lines.Add(Next(occupation.Key, occupation.Duties, occupation));
        }

        for (var line = 0; line < achievements; line++)
        {
            lines.Add(Next(occupation.Key + "!", occupation.Achievements, occupation));
        }

        return [.. lines];
    }

    private string Next(string pool, ImmutableArray<string> lines, Occupation occupation)
    {
        if (!_left.TryGetValue(pool, out var left) || left.Count == 0)
        {
            _left[pool] = left = new Queue<string>(dice.PickSome(lines, lines.Length));
        }

        return dice.Fill(left.Dequeue(), slot => ValueOf(slot, occupation));
    }

    private string? ValueOf(string slot, Occupation occupation) =>
        slot switch
        {
            "tool" => dice.Pick(occupation.Tools),
            "skill" => dice.Pick(occupation.Skills),
            _ => null,
        };
}
