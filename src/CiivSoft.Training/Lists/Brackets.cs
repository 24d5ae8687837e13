using System.Text.RegularExpressions;

namespace CiivSoft.Training.Lists;

/// <summary>What the taxonomies add to names in brackets: "Java (computer programming)".</summary>
internal static partial class Brackets
{
    public static string Remove(string name) => Pattern().Replace(name, "").Trim();

    [GeneratedRegex(@"\s*\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
