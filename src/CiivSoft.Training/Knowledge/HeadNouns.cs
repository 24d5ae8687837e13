using CiivSoft.Matching.Text;

namespace CiivSoft.Training.Knowledge;

/// <summary>The words that end job titles ("nurse", "manager"), by which titles are found in résumés.</summary>
internal static class HeadNouns
{
    private const int MinTitles = 8;

    // What follows these only narrows the head down: "director of education" is about a director.
    private static readonly string[] Tails = [" of ", " for ", " in ", " to ", " at ", " - ", "(", ",", "/"];

    public static IReadOnlyList<string> Of(IEnumerable<string> titles)
    {
        var heads = titles
            .Select(Head)
            .OfType<string>()
            .CountBy(head => head)
            .Where(count => count.Value >= MinTitles)
            .Select(count => count.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. heads.Where(head => !IsPlural(head, heads)).Order(StringComparer.Ordinal)];
    }

    // A résumé's owner is one person; "managers" stands in sentences about others.
    private static bool IsPlural(string head, HashSet<string> heads) => head[^1] is 's' && heads.Contains(head[..^1]);

    private static string? Head(string title)
    {
        var end = title.Length;
        foreach (var tail in Tails)
        {
            var at = title.IndexOf(tail, StringComparison.Ordinal);
            end = at > 0 ? Math.Min(end, at) : end;
        }

        string? last = null;
        var words = new WordReader(title.AsSpan(0, end));
        while (words.MoveNext())
        {
            last = words.Current;
        }

        return last;
    }
}
