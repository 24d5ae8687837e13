using System.Globalization;

namespace CiivSoft.Lab.Scale;

/// <summary>The command <c>scale [N…]</c>.</summary>
internal static class ScaleCommand
{
    private static readonly int[] Defaults = [1_000, 10_000, 100_000];

    private static readonly (string Name, int Width)[] Columns =
    [
        ("N", 8),
        ("idle MB", 8),
        ("sync s", 8),
        ("calls", 8),
        ("floor", 8),
        ("ratio", 7),
        ("sync MB", 8),
        ("quiet calls", 12),
        ("quiet commits", 14),
        ("quiet ms", 9),
    ];

    /// <summary>0 when every size keeps its bars, 1 when not, 2 for a wrong argument.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var sizes = arguments.Select(Size).ToList();
        if (sizes.Contains(null))
        {
            await Console.Error.WriteLineAsync("Usage: scale [N…], N from 1 to 1000000 opportunities");
            return 2;
        }

        Console.WriteLine(string.Join(' ', Columns.Select(c => c.Name.PadLeft(c.Width))));
        var keeps = true;
        foreach (var size in sizes.Count > 0 ? sizes.OfType<int>() : Defaults)
        {
            var result = await new ScaleRun(size, Console.Error).RunAsync(CancellationToken.None);
            Console.WriteLine(Text(result));
            keeps &= result.Keeps;
        }

        return keeps ? 0 : 1;
    }

    private static string Text(ScaleResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Size, 8} {result.IdleMegabytes, 8:F0} {result.Elapsed.TotalSeconds, 8:F0} {result.Calls, 8} {result.Floor, 8} {result.Ratio, 7:F3} {result.PeakMegabytes, 8:F0} {result.Quiet.Calls, 12} {result.Quiet.Commits, 14} {result.QuietTime.TotalMilliseconds, 9:F0}"
        ) + (result.Keeps ? "" : "  OVER");

    private static int? Size(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
        && size is > 0 and <= 1_000_000
            ? size
            : null;
}
