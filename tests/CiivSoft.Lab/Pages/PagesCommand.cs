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
        Console.WriteLine("page                                          ms, least   median    most   (bar: 200)");
        foreach (var time in times)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{time.Page, -45} {time.Least, 9:F0} {time.Median, 8:F0} {time.Most, 7:F0}"
                )
            );
        }

        return 0;
    }

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
