using System.Globalization;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Grains.Postings;

/// <summary>What an edit changed, for the log. Pure.</summary>
internal static class RequirementSummary
{
    private const int MostNamed = 8;

    /// <summary>Empty when nothing changed.</summary>
    public static string Of(RequirementList before, RequirementList after)
    {
        var changes = Changes(before, after).ToList();
        var named = string.Join("; ", changes.Take(MostNamed));
        var more =
            changes.Count > MostNamed
                ? string.Create(CultureInfo.InvariantCulture, $"; and {changes.Count - MostNamed} more")
                : "";
        return named + more;
    }

    /// <summary>The same as a line of the log, where there may be nothing to name.</summary>
    public static string Title(string summary, bool isReset) =>
        isReset ? "back to the draft" + (summary.Length == 0 ? "" : $": {summary}")
        : summary.Length == 0 ? "confirmed as drafted"
        : summary;

    private static IEnumerable<string> Changes(RequirementList before, RequirementList after)
    {
        var old = before.Items.ToDictionary(i => i.Id, StringComparer.Ordinal);
        var kept = after.Items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in before.Items.Where(i => !kept.Contains(i.Id)))
        {
            yield return $"removed \"{gone.Text}\"";
        }

        foreach (var item in after.Items)
        {
            if (!old.TryGetValue(item.Id, out var was))
            {
                yield return $"added \"{item.Text}\" ({Name(item.Importance)})";
                continue;
            }

            if (was.Text != item.Text)
            {
                yield return $"\"{was.Text}\" is \"{item.Text}\"";
            }

            if (was.Importance != item.Importance)
            {
                yield return $"\"{item.Text}\" is {Name(item.Importance)}";
            }
            else if (was.Weight != item.Weight)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"weight of \"{item.Text}\" {was.Weight:0.##} is {item.Weight:0.##}"
                );
            }
        }

        if (IsReordered(before, after))
        {
            yield return "another order";
        }
    }

    private static bool IsReordered(RequirementList before, RequirementList after)
    {
        var both = before.Items.Select(i => i.Id).Intersect(after.Items.Select(i => i.Id), StringComparer.Ordinal);
        var order = both.ToList();
        return !after.Items.Select(i => i.Id).Where(order.Contains).SequenceEqual(order, StringComparer.Ordinal);
    }

    private static string Name(RequirementImportance importance) =>
        importance == RequirementImportance.Must ? "must" : "nice to have";
}
