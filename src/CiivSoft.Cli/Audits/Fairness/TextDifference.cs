namespace CiivSoft.Cli.Audits.Fairness;

/// <summary>Where two redacted texts of one résumé part: what a swap did not leave alone.</summary>
internal static class TextDifference
{
    private const int Shown = 60;

    /// <summary>The first line that the texts do not share, blanks apart; empty when there is none.</summary>
    public static string First(string one, string other)
    {
        var (left, right) = (Words(one), Words(other));
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            var (a, b) = (left.ElementAtOrDefault(i) ?? "", right.ElementAtOrDefault(i) ?? "");
            if (a != b)
            {
                return $"“{Cut(a)}” against “{Cut(b)}”";
            }
        }

        return "";
    }

    private static List<string> Words(string text) =>
        [
            .. text.Split('\n')
                .Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .Where(line => line.Length > 0),
        ];

    private static string Cut(string line) => line.Length <= Shown ? line : line[..Shown] + "…";
}
