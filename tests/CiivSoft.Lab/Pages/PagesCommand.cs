using System.Globalization;

namespace CiivSoft.Lab.Pages;

/// <summary>The command <c>pages [ROWS]</c>.</summary>
internal static class PagesCommand
{
    private const int DefaultRows = 100_000;

    /// <summary>0 with the figures, 2 for a wrong argument. A time judges nothing: it is reported with the load.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (Rows(arguments) is not { } rows)
        {
            await Console.Error.WriteLineAsync("Usage: pages [ROWS]");
            return 2;
        }

        var times = await new PagesRun(rows, Console.Error).RunAsync(CancellationToken.None);
        Console.WriteLine(Text(times));
        return 0;
    }

    private static string Text(IEnumerable<PageTime> times) =>
        string.Join(
            '\n',
            times
                .Select(time =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{time.Page, -45} {time.Least, 9:F0} {time.Median, 8:F0} {time.Most, 7:F0}"
                    )
                )
                .Prepend($"{"page (bar: 200 ms)", -45} {"least", 9} {"median", 8} {"most", 7}")
        );

    private static int? Rows(IReadOnlyList<string> arguments) =>
        arguments switch
        {
            [] => DefaultRows,
            [var text]
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number > 0 => number,
            _ => null,
        };
}
